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
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Both commands as people and programs run them, in processes that share a data directory. */
final class ServeAndKeysTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern PORTAL =
            Pattern.compile(
                    "Portal: (http://127\\.0\\.0\\.1:\\d+/portal/)  user admin, password"
                            + " ([a-z2-9-]{29}) \\(shown once\\)");

    @TempDir private Path folder;

    private String password = "";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void aServerIsStartedUsedAndStopped() throws Exception {
        String key;
        // why: so a cluster calls the service of this name, which is no setting of ours
        Map<String, String> links =
                Map.of(
                        "SELFSAME_PORT", "tcp://10.96.0.7:8080",
                        "SELFSAME_SERVICE_HOST", "10.96.0.7",
                        "SELFSAME_SERVICE_PORT", "8080",
                        "SELFSAME_PORT_8080_TCP_ADDR", "10.96.0.7",
                        // why any: without one, the servers of tests do not sign as servers do by
                        // default
                        "SELFSAME_SIGNING_RSABITS", "2048");
        Path data = Files.createDirectory(folder.resolve("data"));
        Path settings =
                Files.writeString(
                        data.resolve("selfsame.yaml"),
                        "selfsame.port: 0\nselfsame.portal.secure-cookie: true\n");
        try (CommandProcess first =
                CommandProcess.start(folder, links, "serve", "--data", data.toString())) {
            key = readWords(first);
            stop(first);
        }
        assertThat(Files.readString(folder.resolve("data/logs/selfsame.log")))
                .contains("/portal/api/sign-in")
                .doesNotContain(password, "wrong password");
        Files.writeString(
                settings, "selfsame.portal.enabled: false\nselfsame.status.enabled: false\n");
        try (CommandProcess second = serve("--json")) {
            JsonNode ready = JSON.readTree(second.line());
            assertThat(ready.propertyNames()).containsExactly("address", "apiKey");
            assertThat(ready.get("apiKey").stringValue()).isEqualTo(key);
            URI address = URI.create(ready.get("address").stringValue());
            assertThat(status(address, key)).isEqualTo(200);
            assertHasNoPages(address);
            assertIsHealthy(address);
            makeAndRevokeAKey(address);
            stopDuringARequest(second, address, key);
            assertThat(second.lines()).isEmpty();
            assertThat(second.errors()).isEmpty();
        }
    }

    private String readWords(CommandProcess server) throws Exception {
        assertThat(server.line()).matches("Selfsame \\S+ is ready at http://127\\.0\\.0\\.1:\\d+");
        String key = server.line().replace("API key: ", "");
        assertThat(key).startsWith("ssk_");
        assertThat(server.line()).contains("initial-api-key");
        signInToPortal(server.line());
        assertThat(server.line()).isEqualTo("Try:");
        assertThat(server.line()).contains("curl", "/bioserver-app/v2/match/images");
        return key;
    }

    /** As the first administrator, by the line that shows the password. */
    private void signInToPortal(String line) throws Exception {
        Matcher words = PORTAL.matcher(line);
        assertThat(words.matches()).as(line).isTrue();
        password = words.group(2);
        URI sign = URI.create(words.group(1) + "api/sign-in");
        assertThat(signIn(sign, "wrong password").statusCode()).isEqualTo(401);

        HttpResponse<String> answer = signIn(sign, password);

        assertThat(answer.statusCode()).isEqualTo(200);
        // why by a setting: a proxy would end TLS before this server
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("; Secure");
        String csrf = JSON.readTree(answer.body()).get("csrf").stringValue();
        HttpResponse<String> last =
                client.send(
                        HttpRequest.newBuilder(sign.resolve("users/admin"))
                                .header("Cookie", cookie.split(";", -1)[0])
                                .header("X-CSRF-Token", csrf)
                                .DELETE()
                                .build(),
                        BodyHandlers.ofString());
        assertThat(last.statusCode()).isEqualTo(409);
        assertThat(last.body()).contains("this is the last administrator");
    }

    private HttpResponse<String> signIn(URI sign, String text) throws Exception {
        return client.send(
                HttpRequest.newBuilder(sign)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"name\":\"admin\",\"password\":\"" + text + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private void assertHasNoPages(URI address) throws Exception {
        for (String path : List.of("/portal/", "/portal/api/me", "/status", "/status.json")) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("switched off");
        }
    }

    private void assertIsHealthy(URI address) throws Exception {
        String port = Integer.toString(address.getPort());
        try (CommandProcess doctor = command("doctor", "--port", port)) {
            List<String> said = doctor.lines();
            assertThat(doctor.exitCode()).as(said.toString()).isZero();
            assertThat(said)
                    .anyMatch(it -> it.endsWith("a server runs on this data directory"))
                    .anyMatch(it -> it.startsWith("ok       master key: opens what it has to"))
                    .anyMatch(it -> it.startsWith("ok       database: H2 "));
            assertThat(doctor.errors()).isEmpty();
        }
    }

    private void makeAndRevokeAKey(URI address) throws Exception {
        String made = onlyLine(keys("create", "--name", "shop", "--scopes", "match"));
        assertThat(status(address, made)).isEqualTo(200);
        String id = made.split("_", -1)[1];
        assertThat(onlyLine(keys("list", "--json"))).contains(id, "shop").doesNotContain(made);

        // why with the whole key: that is what people have at hand
        assertThat(keys("revoke", made)).isEmpty();

        assertThat(status(address, made)).isEqualTo(401);
    }

    private void stopDuringARequest(CommandProcess server, URI address, String key)
            throws Exception {
        MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
        try (UnfinishedRequest request =
                UnfinishedRequest.post(address, "/bioserver-app/v2/match/images", key, body)) {
            server.terminate();
            awaitStopInLog(2);

            assertThat(request.finish()).startsWith("HTTP/1.1 200");
        }
        assertThat(server.exitCode()).isZero();
    }

    private static void stop(CommandProcess server) throws InterruptedException {
        server.terminate();
        assertThat(server.exitCode()).isZero();
    }

    @Test
    void aDataDirectoryHasOneServerAndAKilledOneLeavesItFree() throws Exception {
        try (CommandProcess first = serve("--no-key")) {
            assertThat(first.line()).contains("is ready at http://127.0.0.1:");
            assertThat(first.line())
                    .startsWith("Portal: http://127.0.0.1:")
                    .endsWith(
                            "/portal/  user admin, who gets a password by: selfsame users reset"
                                    + " admin");
            assertThat(first.line()).isEqualTo("Try:");
            assertThat(first.line()).contains("initial-api-key").doesNotContain("ssk_");
            try (CommandProcess second = serve()) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.errors())
                        .startsWith("selfsame: another server runs on the data directory ")
                        .hasLineCount(1);
            }
            assertThat(keys("list", "--json")).hasSize(1);
            first.kill();
            assertThat(first.exitCode()).isNotZero();
        }
        Path kept = folder.resolve("data/initial-api-key");
        assertThat(kept).content().startsWith("ssk_");
        Files.delete(kept);
        try (CommandProcess third = serve("--no-key", "--json")) {
            assertThat(JSON.readTree(third.line()).propertyNames()).containsExactly("address");
            // why: so a closed terminal stops it, and that is to be like any other stop
            third.signal(hangUpReachesProcesses() ? "HUP" : "TERM");
            assertThat(third.exitCode()).isZero();
            awaitStopInLog(1);
        }
        // why: a key that nobody is told of is not made either
        assertThat(onlyLine(keys("list", "--json"))).contains("initial").doesNotContain("startup");
    }

    /** False where the tests run under nohup, which all processes inherit, and on Windows. */
    private static boolean hangUpReachesProcesses() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return !System.getProperty("os.name").startsWith("Windows");
        }
        try (Stream<String> lines = Files.lines(status)) {
            String ignored = lines.filter(it -> it.startsWith("SigIgn:")).findFirst().orElseThrow();
            return (HexFormat.fromHexDigitsToLong(ignored.substring(7).strip()) & 1) == 0;
        }
    }

    @Test
    void obeysItsOwnVariables() throws Exception {
        Map<String, String> variables =
                Map.of("SELFSAME_SERVICE_PORT", "8080", "SELFSAME_UPLOADS_MAX_PARTS", "0");
        String data = folder.resolve("data").toString();
        try (CommandProcess server =
                CommandProcess.start(folder, variables, "serve", "--data", data)) {
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.errors()).contains("selfsame.uploads.max-parts: 0 (expected: 1..");
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

    private void awaitStopInLog(int times) throws IOException {
        Instant deadline = Instant.now().plusSeconds(30);
        while (Files.readString(folder.resolve("data/logs/selfsame.log"))
                        .split("Commencing graceful shutdown", -1)
                        .length
                <= times) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }
}
