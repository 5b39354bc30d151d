package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.UnfinishedRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Both commands as people and programs run them, in processes that share a data directory. */
final class ServeAndKeysTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void serveSaysWhereItIsAndKeysWorkWhileItRuns() throws Exception {
        try (CommandProcess server = serve("--json")) {
            JsonNode ready = JSON.readTree(server.line());
            assertThat(ready.propertyNames()).containsExactly("address", "apiKey");
            URI address = URI.create(ready.get("address").stringValue());
            assertThat(status(address, ready.get("apiKey").stringValue())).isEqualTo(200);

            String made = onlyLine(keys("create", "--name", "shop", "--scopes", "match"));
            assertThat(status(address, made)).isEqualTo(200);
            String id = made.split("_", -1)[1];
            assertThat(keys("list", "--json")).singleElement().asString().contains(id, "shop");

            assertThat(keys("revoke", id)).isEmpty();
            awaitStatus(address, made, 401);

            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.lines()).isEmpty();
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void theKeyOfTheFirstStartServesLaterStarts() throws Exception {
        String first = apiKeyOf("--json");
        String second = apiKeyOf("--json");

        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(folder.resolve("data/initial-api-key")))
                .isEqualTo(first + "\n");
    }

    @Test
    void withoutTheFileAProgramStillGetsAKeyAndTheLastOneEnds() throws Exception {
        String initial = apiKeyOf("--json");
        Files.delete(folder.resolve("data/initial-api-key"));
        String second = apiKeyOf("--json");
        String third = apiKeyOf("--json");

        assertThat(List.of(initial, second, third)).doesNotHaveDuplicates();
        assertThat(folder.resolve("data/initial-api-key")).doesNotExist();
        JsonNode list = JSON.readTree(onlyLine(keys("list", "--json"))).get("keys");
        assertThat(list).hasSize(3);
        assertThat(list.get(0).has("revoked")).isFalse();
        assertThat(list.get(1).has("revoked")).isTrue();
        assertThat(list.get(2).has("revoked")).isFalse();
    }

    @Test
    void inWordsItShowsTheKeyOnceAndWhatToTry() throws Exception {
        String key;
        try (CommandProcess first = serve()) {
            assertThat(first.line())
                    .matches("Selfsame \\S+ is ready at http://127\\.0\\.0\\.1:\\d+");
            key = first.line().replace("API key: ", "");
            assertThat(key).startsWith("ssk_");
            assertThat(first.line()).contains("initial-api-key");
            assertThat(first.line()).isEqualTo("Try:");
            assertThat(first.line()).contains("curl", "/bioserver-app/v2/match/images");
            first.terminate();
            first.exitCode();
        }
        try (CommandProcess second = serve()) {
            assertThat(second.line()).contains("is ready at");
            assertThat(second.line()).isEqualTo("Try:");
            assertThat(second.line()).contains("initial-api-key").doesNotContain(key);
        }
    }

    @Test
    void runningRequestsAreFinishedBeforeItStops() throws Exception {
        try (CommandProcess server = serve("--json")) {
            JsonNode ready = JSON.readTree(server.line());
            MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
            try (UnfinishedRequest request =
                    UnfinishedRequest.post(
                            URI.create(ready.get("address").stringValue()),
                            "/bioserver-app/v2/match/images",
                            ready.get("apiKey").stringValue(),
                            body)) {
                server.terminate();
                awaitLog("Commencing graceful shutdown");

                assertThat(request.finish()).startsWith("HTTP/1.1 200");
            }
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void keysNeedAServersData() throws Exception {
        try (CommandProcess keys = command("keys", "create")) {
            assertThat(keys.exitCode()).isEqualTo(1);
            assertThat(keys.errors()).contains("there is no server's data").contains("--data");
        }
    }

    @Test
    void wrongUsageIsToldApart() throws Exception {
        try (CommandProcess serve = command("serve", "--prt", "1")) {
            assertThat(serve.exitCode()).isEqualTo(2);
        }
    }

    private CommandProcess serve(String... options) throws IOException {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "serve";
        arguments[1] = "--port";
        arguments[2] = "0";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return command(arguments);
    }

    private List<String> keys(String... options) throws Exception {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "keys";
        System.arraycopy(options, 0, arguments, 1, options.length);
        try (CommandProcess keys = command(arguments)) {
            List<String> lines = keys.lines();
            assertThat(keys.exitCode()).as(keys.errors()).isZero();
            return lines;
        }
    }

    private CommandProcess command(String... arguments) throws IOException {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.resolve("data").toString();
        return CommandProcess.start(folder, all);
    }

    private String apiKeyOf(String... options) throws Exception {
        try (CommandProcess server = serve(options)) {
            String key = JSON.readTree(server.line()).get("apiKey").stringValue();
            server.terminate();
            assertThat(server.exitCode()).isZero();
            return key;
        }
    }

    private static String onlyLine(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }

    private int status(URI address, String key) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/bioserver-app/v2/capabilities"))
                        .header("apikey", key)
                        .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void awaitStatus(URI address, String key, int status) throws Exception {
        Instant deadline = Instant.now().plusSeconds(30);
        while (status(address, key) != status) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private void awaitLog(String message) throws IOException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (!Files.readString(folder.resolve("data/logs/selfsame.log")).contains(message)) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
