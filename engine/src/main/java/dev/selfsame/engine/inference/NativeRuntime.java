package dev.selfsame.engine.inference;

import ai.onnxruntime.OrtEnvironment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The native library behind every network, and what it cannot stand. */
final class NativeRuntime {

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    // why: ONNX Runtime 1.29.0 for Linux dies with a segmentation fault on its first session where
    // the process's command line is longer than its 4 KiB buffer; measured: 3,700 bytes more than a
    // short line worked, 3,900 did not
    private static final int LONGEST_COMMAND_LINE = 3_800;

    private NativeRuntime() {}

    /**
     * Loads the library.
     *
     * @throws InvalidPackException where it would end the whole process
     */
    static OrtEnvironment environment() {
        int length = commandLineLength();
        if (length > LONGEST_COMMAND_LINE) {
            throw new InvalidPackException(
                    "the java command line has "
                            + length
                            + " bytes, and ONNX Runtime crashes beyond 4 KiB (expected: at most "
                            + LONGEST_COMMAND_LINE
                            + "); put the class path into the variable CLASSPATH, into an @argfile"
                            + " or into a jar's manifest");
        }
        return OrtEnvironment.getEnvironment();
    }

    private static int commandLineLength() {
        try {
            return Files.isReadable(COMMAND_LINE) ? Files.readAllBytes(COMMAND_LINE).length : 0;
        } catch (IOException e) {
            // why: only Linux has the file, and a locked-down Linux may not show it
            return 0;
        }
    }
}
