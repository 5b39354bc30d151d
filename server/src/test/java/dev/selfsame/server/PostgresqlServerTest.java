package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A server and its command line on PostgreSQL. */
@ExtendWith(DatabasesExtension.class)
final class PostgresqlServerTest {

    private static final String CAPABILITIES = "/bioserver-app/v2/capabilities";

    @TempDir private Path folder;

    private final Databases databases;
    private final DatabaseOptions options;

    PostgresqlServerTest(Databases databases) {
        this.databases = databases;
        options = databases.fresh(DatabaseKind.POSTGRESQL);
    }

    @Test
    void requestsAreRefusedWhileTheDatabaseIsAwayAndServedAfterwards() {
        try (RunningServer server =
                RunningServer.start(folder.resolve("data"), Databases.settings(options))) {
            assertThat(status(server, CAPABILITIES)).isEqualTo(200);
            assertThat(status(server, "/actuator/health")).isEqualTo(200);

            databases.cutOff(options);

            HttpResponse<String> refused =
                    server.get(
                            CAPABILITIES, "apikey", "ssk_" + "0".repeat(10) + "_" + "0".repeat(43));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("the database does not answer");
            assertThat(status(server, "/actuator/prometheus")).isEqualTo(503);
            assertThat(status(server, "/actuator/health")).isEqualTo(503);
            assertThat(status(server, "/actuator/health/liveness")).isEqualTo(200);

            databases.letIn(options);

            awaitOk(server, CAPABILITIES);
            awaitOk(server, "/actuator/health");
        }
    }

    private static void awaitOk(RunningServer server, String path) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (status(server, path) != 200) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void theCommandLineFindsTheServersDatabase() throws Exception {
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data, Databases.settings(options))) {
            Files.writeString(
                    data.resolve("selfsame.yaml"),
                    "selfsame.database: {url: '%s', user: %s}%n"
                            .formatted(options.url(), Databases.USER));
            Map<String, String> password = Map.of("SELFSAME_DATABASE_PASSWORD", Databases.PASSWORD);

            JsonNode made = keys(password, "create", "--name", "shop", "--json", "--data", "data");

            String key = made.get("apiKey").stringValue();
            assertThat(server.get(CAPABILITIES, "apikey", key).statusCode()).isEqualTo(200);
            assertThat(keys(password, "list", "--json", "--data", "data").get("keys")).hasSize(2);
            assertThat(logOf(data)).doesNotContain(Databases.PASSWORD);
        }
    }

    @Test
    void theCommandLineNeedsNoDataDirectoryWhereVariablesNameTheDatabase() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "SELFSAME_DATABASE_URL", String.valueOf(options.url()),
                        "SELFSAME_DATABASE_USER", Databases.USER,
                        "SELFSAME_DATABASE_PASSWORD", Databases.PASSWORD);

        assertThat(keys(variables, "list", "--json", "--data", "none").get("keys")).isEmpty();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void theCommandLineKeepsAWrongPasswordToItself() throws Exception {
        Map<String, String> variables =
                Map.of(
                        "SELFSAME_DATABASE_URL",
                        String.valueOf(options.url()),
                        "SELFSAME_DATABASE_USER",
                        Databases.USER,
                        "SELFSAME_DATABASE_PASSWORD",
                        "hush-wrong",
                        "SELFSAME_DEBUG",
                        "1");
        try (CommandProcess keys =
                CommandProcess.start(folder, variables, "keys", "list", "--data", "none")) {
            assertThat(keys.exitCode()).isEqualTo(1);
            assertThat(keys.errors())
                    .contains("password authentication failed")
                    .doesNotContain("hush")
                    .hasLineCount(1);
        }
    }

    private static int status(RunningServer server, String path) {
        return server.get(path, "apikey", server.apiKey()).statusCode();
    }

    private JsonNode keys(Map<String, String> variables, String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "keys";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 1] = folder.resolve(arguments[arguments.length - 1]).toString();
        try (CommandProcess keys = CommandProcess.start(folder, variables, all)) {
            String line = keys.line();
            assertThat(keys.exitCode()).as(keys.errors()).isZero();
            assertThat(keys.errors()).doesNotContain(Databases.PASSWORD);
            return JsonMapper.builder().build().readTree(line);
        }
    }

    private static String logOf(Path data) throws IOException {
        Path log = data.resolve("logs/selfsame.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
