package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The question that containers ask, and the files that make them ask it. */
@ExtendWith(ServerExtension.class)
final class HealthCommandTest {

    private static final Path DEPLOY = Path.of("../deploy");

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aServerThatIsReadyIsFoundByItsSettings(RunningServer server) throws IOException {
        Path settings =
                Files.writeString(
                        folder.resolve("elsewhere.yaml"),
                        "selfsame:\n  host: 0.0.0.0\n  port: " + server.address().getPort() + "\n");

        assertThat(run("health", "--config", settings.toString())).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("ready");
        assertThat(err.toString()).isEmpty();

        Files.copy(settings, folder.resolve("selfsame.yaml"));
        assertThat(run("health", "--data", folder.toString())).isZero();
    }

    @Test
    void everyAnswerButSuccessIsAFailure(RunningServer server) {
        for (String path : List.of("/nothing", "/actuator/prometheus", "/status/")) {
            assertThat(run("health", "--url", server.address() + path)).as(path).isOne();
        }

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .hasSize(3)
                .allMatch(it -> it.startsWith("selfsame: http"));
        assertThat(err.toString()).contains("answers 404", "answers 401", "answers 307");
    }

    @Test
    void nobodyWhoAnswersIsAFailure() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }

        assertThat(run("health", "--url", "http://127.0.0.1:" + port)).isOne();
        assertThat(err.toString().lines())
                .hasSize(1)
                .allMatch(it -> it.contains("start the server"));
    }

    @Test
    void whoDoesNotAnswerInTimeIsAFailure() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + silent.getLocalPort() + "/";

            assertThat(run("health", "--url", url, "--timeout", "1")).isOne();
        }
        assertThat(err.toString()).contains("within 1 s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--url file:///etc/passwd",
                "--url 127.0.0.1:8080",
                "--url http://",
                "--timeout 0",
                "--timeout 301"
            })
    void aQuestionThatIsNoneIsWrongUsage(String options) {
        List<String> arguments = new ArrayList<>(List.of("health"));
        arguments.addAll(List.of(options.split(" ")));

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "compose.yaml"})
    void containersAskInWordsThatTheCommandKnows(String file, RunningServer server)
            throws IOException {
        List<String> words = askedBy(file);
        assertThat(words).startsWith("health");
        int config = words.indexOf("--config");
        if (config > 0) {
            words.set(config + 1, Files.writeString(folder.resolve("x.yaml"), "").toString());
        }
        words.addAll(List.of("--url", server.address() + "/actuator/health"));

        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isZero();
    }

    /** What stands behind the jar in the health check of a file. */
    private static List<String> askedBy(String file) throws IOException {
        String text = Files.readString(DEPLOY.resolve(file));
        String check = text.substring(text.indexOf("selfsame.jar", text.indexOf("-Xmx64m")));
        String list = check.substring(check.indexOf(',') + 1, check.indexOf(']'));
        return new ArrayList<>(
                Pattern.compile("[^,\\s\"]+")
                        .matcher(list)
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
