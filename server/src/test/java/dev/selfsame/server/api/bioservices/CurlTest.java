package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The lines of the documentation, run by the program that they are written for. */
@ExtendWith(ServerExtension.class)
final class CurlTest {

    @TempDir private Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        assumeTrue(isInstalled(), "curl is not installed; install it to run this");
        Files.write(folder.resolve("a.jpg"), Faces.anna());
        Files.write(folder.resolve("b.jpg"), Faces.berta());
        Files.writeString(folder.resolve("type"), "SELFIE\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/mixed"})
    void matchesAsDocumented(String contentType, RunningServer server) throws Exception {
        String answer =
                curl(
                        "-X",
                        "POST",
                        server.address() + "/bioserver-app/v2/match/images",
                        "-H",
                        "Content-Type: " + contentType,
                        "-H",
                        "apikey: " + server.apiKey(),
                        "-F",
                        "referenceImage=@" + folder.resolve("a.jpg"),
                        "-F",
                        "candidateImage=@" + folder.resolve("b.jpg"),
                        "-F",
                        "referenceImageType=@" + folder.resolve("type"),
                        "-F",
                        "candidateImageType=@" + folder.resolve("type"));

        assertThat(answer)
                .startsWith("{\"reference\":{")
                .contains("\"signature\":\"")
                .endsWith("200");
    }

    @Test
    void acceptsValuesInsteadOfFiles(RunningServer server) throws Exception {
        String answer =
                curl(
                        server.address() + "/bioserver-app/v2/match/images",
                        "-H",
                        "Authorization: Bearer " + server.apiKey(),
                        "-F",
                        "referenceImage=@" + folder.resolve("a.jpg"),
                        "-F",
                        "candidateImage=@" + folder.resolve("b.jpg"),
                        "-F",
                        "referenceImageType=SELFIE",
                        "-F",
                        "candidateImageType=\"ID_DOCUMENT\"",
                        "-F",
                        "correlationId=42");

        assertThat(answer).contains("\"correlationId\":\"42\"").endsWith("200");
    }

    @Test
    void readsCapabilitiesAsDocumented(RunningServer server) throws Exception {
        String answer =
                curl(
                        "-X",
                        "GET",
                        server.address() + "/bioserver-app/v2/capabilities",
                        "-H",
                        "Authorization: " + server.apiKey());

        assertThat(answer).startsWith("{\"version\":\"").endsWith("200");
    }

    @Test
    void isRefusedBeforeALargeBodyIsSent(RunningServer server) throws Exception {
        Files.write(folder.resolve("large.jpg"), new byte[5_000_000]);

        String answer =
                curl(
                        server.address() + "/bioserver-app/v2/match/images",
                        "-H",
                        "apikey: wrong",
                        "-H",
                        "Expect: 100-continue",
                        "-F",
                        "referenceImage=@" + folder.resolve("large.jpg"),
                        "-w",
                        " uploaded=%{size_upload} %{http_code}");

        assertThat(answer).endsWith("uploaded=0 401");
    }

    private String curl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("curl", "-s", "-w", " %{http_code}"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("curl", "--version").start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
