package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.HostileJson;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is written about people, with every operation and every kind of refusal. */
final class LogSecrecyTest {

    private static final String ID = "hush-4711";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theLogHoldsNeitherNamesNorKeysNorPicturesNorTemplates() throws Exception {
        Path data = folder.resolve("data");
        String key;
        String template;
        // why a process: logging is set up once in each
        try (CommandProcess server =
                CommandProcess.start(
                        folder, "serve", "--json", "--port", "0", "--data", data.toString())) {
            JsonNode ready = JSON.readTree(server.line());
            key = ready.get("apiKey").stringValue();
            URI address = URI.create(ready.get("address").stringValue());
            template = callEverything(address, key);
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.errors()).isEmpty();
        }
        String log = Files.readString(data.resolve("logs/selfsame.log"));

        assertThat(log)
                .contains("/multibiometrics/enroll", "/multibiometrics/verify", "Person not found");
        assertThat(log)
                .doesNotContain(
                        "hush",
                        key.substring(key.lastIndexOf('_') + 1),
                        "subscription-key",
                        Bodies.ANNA.substring(0, 40),
                        Bodies.ANNA.substring(5000, 5040),
                        Bodies.FINGER.substring(0, 40),
                        template.substring(0, 20))
                .doesNotContain("\"ERROR\"", "Exception");
    }

    /** Calls each operation well and badly; answers a template. */
    private String callEverything(URI address, String key) throws Exception {
        String faceAndFinger =
                "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-1\":\"%s\"}]"
                        .formatted(Bodies.ANNA, Bodies.FINGER);
        String person = Bodies.person(ID, faceAndFinger);
        String base = "/multibiometrics/";
        send(address, key, "POST", base + "enroll", person);
        send(address, key, "POST", base + "enroll", person);
        send(address, key, "POST", base + "verify?subscription-key=" + key, person);
        send(address, key + "x", "POST", base + "verify?subscription-key=" + key + "x", person);
        send(address, key, "PUT", base + "update", person);
        send(address, key, "PUT", base + "update", Bodies.person(ID, "\"hush\":{\"hush\":7}"));
        send(address, key, "POST", base + "enroll", Bodies.face("hush\\n", Bodies.ANNA));
        send(address, key, "POST", base + "enroll", Bodies.face("hush2", Bodies.NOBODY));
        send(address, key, "POST", base + "enroll", person.substring(0, 4000));
        send(address, key, "DELETE", base + "delete?CustomID=" + ID, "");
        send(address, key, "POST", base + "verify", person);
        String template =
                send(
                        address,
                        key,
                        "POST",
                        base + "extract",
                        Bodies.extract("FACE", "BIOPASS", Bodies.ANNA));
        template = template.replaceAll(".*\"Template\":\"([^\"]+)\".*", "$1");
        send(
                address,
                key,
                "POST",
                base + "match",
                Bodies.match("FACE", "BIOPASS", template, template));
        send(
                address,
                key,
                "POST",
                base + "match",
                Bodies.match("FINGER", "BIOPASS", template, template));
        send(address, key, "POST", base + "anonymizer", Bodies.check(Bodies.ANNA));
        send(address, key, "POST", "/quality/check_nfiq", Bodies.check(Bodies.FINGER));
        for (HostileJson.Request request : HostileJson.make(60, 4711).toList()) {
            String body = new String(request.body(), UTF_8);
            send(address, key, request.method(), request.path() + "?hush", body);
        }
        return template;
    }

    private String send(URI address, String key, String method, String path, String body)
            throws Exception {
        return client.send(
                        HttpRequest.newBuilder(address.resolve(path))
                                .header("Ocp-Apim-Subscription-Key", key)
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
