package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;

/** No test builds a checkout by its own scripts, so at least they must be scripts. */
final class ScriptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "selfsame",
                "check",
                "bench/run",
                "tools/build.sh",
                "tools/find-jdk.sh",
                "tools/java-format.sh",
                "tools/reproduce",
                "tools/settings-table",
                "tools/start-cache"
            })
    void bashUnderstandsTheScript(String script) throws Exception {
        Process bash =
                new ProcessBuilder("bash", "-n", "../" + script).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(bash.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }
}
