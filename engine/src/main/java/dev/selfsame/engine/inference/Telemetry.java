package dev.selfsame.engine.inference;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * Keeps ONNX Runtime from reporting to its maker. Since 1.29 its Linux library writes a queue of
 * events below the home directory and sends them to {@code events.data.microsoft.com}; while it
 * prepares that, it crashes the process if the command line is longer than 4,095 bytes. One
 * environment variable stops both, and a process can only set it for itself through the C library.
 */
final class Telemetry {

    private static final String VARIABLE = "ORT_DISABLE_TELEMETRY";

    private Telemetry() {}

    /** To be called before the library's environment is made. */
    // why: a restricted call, as every call of native code is; the runtime itself needs that right
    // too
    @SuppressWarnings("restricted")
    static void switchOff() {
        if (System.getenv(VARIABLE) != null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setenv = linker.defaultLookup().find("setenv");
        if (setenv.isEmpty()) {
            // why: Windows; its library takes OrtEnvironment.setTelemetry instead
            return;
        }
        FunctionDescriptor signature =
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_INT);
        try (Arena arena = Arena.ofConfined()) {
            int ignored =
                    (int)
                            linker.downcallHandle(setenv.get(), signature)
                                    .invokeExact(
                                            arena.allocateFrom(VARIABLE),
                                            arena.allocateFrom("1"),
                                            1);
        } catch (Throwable e) {
            // why Throwable: that is what method handles declare
            throw new InferenceException("setenv cannot be called", e);
        }
    }
}
