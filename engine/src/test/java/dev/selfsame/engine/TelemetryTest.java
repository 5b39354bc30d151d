package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** In a process of its own: the runtime reads its environment only once. */
final class TelemetryTest {

    // why: beyond this the runtime's own telemetry overruns a buffer
    private static final int LONG_COMMAND_LINE = 5000;

    @TempDir private Path home;

    @Test
    void opensWithALongCommandLineAndLeavesNothingInTheHomeDirectory() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dpadding=" + "x".repeat(LONG_COMMAND_LINE),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenEngine.class.getName());
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("XDG_CACHE_HOME");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(filesIn(home)).isEmpty();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What the process does. */
    static final class OpenEngine {

        private OpenEngine() {}

        public static void main(String[] arguments) {
            Engine.open(EngineConfig.DEFAULT).close();
        }
    }
}
