package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The calls that the original's documentation prints, made by the language and the library that it
 * prints them in. The scripts differ from it in the address, the key and the picture alone.
 */
@ExtendWith(ServerExtension.class)
final class SampleRequestsTest {

    private static final Path SCRIPTS = Path.of("src/test/resources/contract/multibiometrics");
    private static final String ENROLLED =
            "\\{\"Person\":\\{\"ClientID\":\"\\d{13}x\\d{18}\",\"CustomID\":\"%s\",\"BioPassID\":\"\\d+\"}}";

    @TempDir private Path folder;

    @BeforeAll
    static void findPython() {
        assumeTrue(isInstalled(), "python3 is not installed; install it to run this");
    }

    @Test
    void enrollsAsDocumented(RunningServer server) throws Exception {
        String id = Bodies.freshId();

        assertThat(run(server, "enroll.py", id)).matches(ENROLLED.formatted(id));
    }

    @Test
    void theJsonThatOneSamplePrintsWithoutItsBracesIsInvalid(RunningServer server)
            throws Exception {
        assertThat(run(server, "enroll-without-braces.py", Bodies.freshId()))
                .isEqualTo("Invalid JSON format");
    }

    @Test
    void goesThroughTheLifeOfAPersonAsTheGuideDescribesIt(RunningServer server) throws Exception {
        String id = Bodies.freshId();

        assertThat(run(server, "lifecycle.py", id).lines())
                .satisfiesExactly(
                        enrolled -> assertThat(enrolled).matches("200 " + ENROLLED.formatted(id)),
                        again -> assertThat(again).isEqualTo("400 CustomID already exists"),
                        verified ->
                                assertThat(verified)
                                        .startsWith("200 {\"Person\":{\"CustomID\":\"" + id)
                                        .contains(
                                                "\"Match\":true,\"MatchDetails\":{\"FaceMatched\":true,"
                                                    + "\"NonMatchedFingers\":[\"Finger-3\""),
                        updated -> assertThat(updated).matches("200 " + ENROLLED.formatted(id)),
                        deleted -> assertThat(deleted).isEqualTo("200 " + Bodies.nameOnly(id)),
                        gone -> assertThat(gone).isEqualTo("400 Person not found"),
                        withoutName ->
                                assertThat(withoutName).isEqualTo("400 CustomID is mandatory"));
    }

    private String run(RunningServer server, String script, String id) throws Exception {
        Path picture = Files.writeString(folder.resolve("face.txt"), Bodies.ANNA);
        Path finger = Files.writeString(folder.resolve("finger.txt"), Bodies.FINGER);
        Path code = folder.resolve(script);
        Files.writeString(
                code,
                Files.readString(SCRIPTS.resolve(script))
                        .replace("{{port}}", Integer.toString(server.address().getPort()))
                        .replace("<API-KEY>", server.apiKey())
                        .replace("{{custom-id}}", id)
                        .replace("{{face}}", picture.toString())
                        .replace("{{finger}}", finger.toString()));
        Path output = folder.resolve("output");
        Process process =
                new ProcessBuilder("python3", code.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String printed = Files.readString(output).strip();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isInstalled() {
        try {
            Process process = new ProcessBuilder("python3", "--version").start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
