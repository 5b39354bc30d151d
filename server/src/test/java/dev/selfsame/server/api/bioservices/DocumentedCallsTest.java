package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The lines of the original documentation, run by a shell. */
@ExtendWith(ServerExtension.class)
final class DocumentedCallsTest {

    private static final Path SCRIPT =
            Path.of("src/test/resources/contract/bioservices/documented-calls.sh");

    @TempDir private Path folder;

    @Test
    void allWork(RunningServer server) throws Exception {
        assumeTrue(CurlTest.isInstalled(), "curl is not installed; install it to run this");
        Files.writeString(
                folder.resolve("face"),
                """
                {
                 "imageType": "SELFIE",
                 "friendlyName": "Presidential portrait of Barack Obama",
                 "imageRotationEnabled": false
                }
                """);
        Files.writeString(folder.resolve("age"), "{\"threshold\":18}");
        Files.write(folder.resolve("image"), Faces.anna());
        Files.write(folder.resolve("referenceImage"), Faces.anna());
        Files.write(folder.resolve("candidateImage"), Faces.annaAgain());
        Files.writeString(folder.resolve("referenceImageType"), "SELFIE\n");
        Files.writeString(folder.resolve("candidateImageType"), "ID_DOCUMENT\n");

        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(
                                "bash",
                                SCRIPT.toString(),
                                server.address().toString(),
                                server.apiKey(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(output))
                .isEqualTo(
                        """
                        capabilities 200
                        create-session 201
                        create-session-with-pictures 201
                        get-session 200
                        create-face 201
                        direct-face 200
                        get-face 200
                        create-face-from-json 201
                        get-face-image 200
                        get-faces 200
                        get-matches 200
                        match-images 200
                        match 200
                        ages 200
                        delete-face 204
                        delete-faces 204
                        delete-session 204
                        get-session-that-is-gone 404
                        """);
    }
}
