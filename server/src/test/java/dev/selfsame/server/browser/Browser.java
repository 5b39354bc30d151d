package dev.selfsame.server.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven by {@code web/tools/browse.mjs}. */
final class Browser {

    private static final Path PROGRAM = Path.of("../web/tools/browse.mjs");
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final int PATIENCE_SECONDS = 240;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path executable;

    private Browser(Path executable) {
        this.executable = executable;
    }

    /** The one that SELFSAME_CHROMIUM names or on the PATH; without any, the test is skipped. */
    static Browser find() {
        List<Path> found =
                Stream.concat(
                                Stream.ofNullable(System.getenv("SELFSAME_CHROMIUM")).map(Path::of),
                                NAMES.stream().flatMap(Browser::onPath))
                        .toList();
        assumeTrue(!found.isEmpty(), "needs Chromium; ./check installs it where it may");
        return new Browser(found.getFirst());
    }

    private static Stream<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    /** Starts a browser with a fresh profile, takes the steps, and ends it. */
    BrowserReport run(BrowserTask task) throws IOException, InterruptedException {
        Path output = Files.createTempFile("selfsame-browser", ".json");
        Process process =
                new ProcessBuilder("node", PROGRAM.toString())
                        .redirectOutput(output.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (OutputStream input = process.getOutputStream()) {
            JSON.writeValue(input, task.toJson(executable.toString()));
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the browser does not end");
        }
        String text = Files.readString(output);
        Files.delete(output);
        if (process.exitValue() != 0) {
            throw new AssertionError("the browser's driver failed: " + text);
        }
        return BrowserReport.of(JSON.readTree(text));
    }
}
