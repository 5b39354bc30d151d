package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The shell lines of docs/multibiometrics.md, one after the other. */
@ExtendWith(ServerExtension.class)
final class DocumentedCallsTest {

    private static final Path DOCUMENT = Path.of("../docs/multibiometrics.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final List<String> ANSWERS =
            List.of(
                    "{\"Person\":{\"ClientID\":\"",
                    "{\"Person\":{\"CustomID\":\"1234\",\"Match\":true,",
                    "{\"Person\":{\"ClientID\":\"",
                    "{\"Person\":{\"CustomID\":\"1234\"}}",
                    "{\"Match\":{\"IsGenuine\":true,",
                    "{\"Decode\":{\"Success\":true,\"Image\":\"iVBORw0",
                    "{\"NFIQ\":{\"Quality\":",
                    "{\"DetectedFaces\":{\"FaceNumber\":1,",
                    "{\"FaceAnonymizer\":{\"Image\":\"iVBORw0",
                    "{\"ICAO\":{\"FaceImageConformed\":",
                    "{\"IcaoCropedImage\":{\"Image\":\"iVBORw0",
                    "{\"Success\":true,\"result\":\"Ok\",");

    @TempDir private Path folder;

    @Test
    void everyLineWorks(RunningServer server) throws Exception {
        assumeTrue(isInstalled(), "curl is not installed; install it to run this");
        Files.write(folder.resolve("anna.jpg"), Faces.anna());
        Files.write(folder.resolve("anna-again.jpg"), Faces.annaAgain());
        Files.write(folder.resolve("finger.png"), Fingers.png(7));

        String printed = run(script(server));

        assertThat(printed).isNotBlank();
        int from = 0;
        for (String answer : ANSWERS) {
            int at = printed.indexOf(answer, from);
            assertThat(at)
                    .as(answer + " in " + printed.substring(0, Math.min(2000, printed.length())))
                    .isNotNegative();
            from = at + answer.length();
        }
    }

    private static String script(RunningServer server) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(DOCUMENT));
        String lines = blocks.results().map(block -> block.group(1)).collect(Collectors.joining());
        return "set -e\n"
                + lines.replace("server=http://127.0.0.1:8080", "server=" + server.address())
                        .replace("key=$(cat data/initial-api-key)", "key=" + server.apiKey())
                        .replace("curl ", "curl -sS ");
    }

    private String run(String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script.sh"), script);
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder("bash", file.toString())
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isInstalled() {
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
