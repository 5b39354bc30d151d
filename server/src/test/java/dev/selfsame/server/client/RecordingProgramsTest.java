package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.DocumentedPrograms;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.LiveClips;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The programs of docs/liveness-recordings.md, as somebody runs them who has copied them. */
@ExtendWith(ServerExtension.class)
final class RecordingProgramsTest {

    private static final Path DOCUMENT = Path.of("../docs/liveness-recordings.md");

    @TempDir private Path folder;

    @BeforeEach
    void copyPrograms() throws IOException {
        DocumentedPrograms.copy(DOCUMENT, folder);
    }

    @Test
    void theOneInJavaScriptIsUnderstood(RunningServer server) throws Exception {
        assumeTrue(DocumentedPrograms.isInstalled("node", "--version"), "no node here");
        Recorder recorder = Recorder.open(server, "{}");
        Path frame = Files.write(folder.resolve("frame.jpg"), Faces.anna());

        int exitCode =
                DocumentedPrograms.run(
                        folder,
                        Map.of(),
                        "node",
                        "record.mjs",
                        server.address().toString(),
                        server.apiKey(),
                        recorder.session(),
                        frame.toString(),
                        frame.toString());

        assertThat(output()).startsWith("202 {\"id\":");
        assertThat(exitCode).isZero();
        assertThat(recorder.judged()).contains("\"status\":\"FAILED\"", "\"sdkVersion\":\"1.0\"");
    }

    @Test
    void theOneInJavaSendsAVideo(RunningServer server) throws Exception {
        assumeTrue(LiveClips.hasProgram(), "needs the program ffmpeg");
        int made =
                DocumentedPrograms.run(
                        folder,
                        Map.of(),
                        "ffmpeg",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=size=640x480:rate=25:duration=1",
                        "-c:v",
                        "mjpeg",
                        "video.avi");
        assertThat(made).isZero();

        int exitCode =
                DocumentedPrograms.run(
                        folder,
                        Map.of(),
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "Record.java",
                        server.address().toString(),
                        server.apiKey(),
                        "video.avi");

        assertThat(output()).startsWith("FAILED No face detected");
        assertThat(exitCode).isZero();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve(DocumentedPrograms.OUTPUT));
    }
}
