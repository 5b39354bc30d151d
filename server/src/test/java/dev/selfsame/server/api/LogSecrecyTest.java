package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RawHttp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

final class LogSecrecyTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void theLogIsJsonAndHoldsNeitherKeysNorPictures() throws Exception {
        Path data = folder.resolve("data");
        String key;
        String refused;
        String template;
        // why a process: logging is set up once in each
        try (CommandProcess server =
                CommandProcess.start(
                        folder, "serve", "--json", "--port", "0", "--data", data.toString())) {
            JsonNode ready = JSON.readTree(server.line());
            key = ready.get("apiKey").stringValue();
            URI address = URI.create(ready.get("address").stringValue());
            post(address, key, MultipartBody.match(Faces.anna(), Faces.berta()));
            post(address, key, MultipartBody.match(Faces.nobody(), Faces.berta()));
            template = directFace(address, key);
            send(address.resolve("/bioserver-app/v2/capabilities?secret=query"), key + "x");
            refused =
                    JSON.readTree(post(address, key, MultipartBody.formData()))
                            .get("id")
                            .stringValue();
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.errors()).doesNotContain(secret(key), "secret=query");
        }
        String log = Files.readString(data.resolve("logs/selfsame.log"));

        assertThat(log.lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(JSON.readTree(line).isObject()).isTrue());
        assertThat(log).doesNotContain(secret(key), "secret=query", encodedPieceOf(Faces.berta()));
        assertThat(template).hasSizeGreaterThan(100);
        assertThat(log).doesNotContain(template.substring(40, 80), "what she is called");
        assertThat(log.getBytes(StandardCharsets.ISO_8859_1)).doesNotContain(0xFF, 0xD8, 0xFF);
        JsonNode line = lineWith(log, refused, "request");
        assertThat(line.toString())
                .contains("\"path\":\"" + PATH, "\"status\":400", "\"tenant\":\"default\"");
    }

    /** The template of a face that has a name. */
    private String directFace(URI address, String key) throws Exception {
        MultipartBody body =
                MultipartBody.formData()
                        .text(
                                "face",
                                "{\"imageType\":\"SELFIE\",\"friendlyName\":\"what she is"
                                        + " called\"}")
                        .file("image", Faces.anna());
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/bioserver-app/v2/faces"))
                        .header("apikey", key)
                        .header("Content-Type", body.contentType())
                        .POST(BodyPublishers.ofByteArray(body.bytes()))
                        .build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body())
                .get("template")
                .stringValue();
    }

    @Test
    void strangersNeitherFillTheLogWithWarningsNorChooseItsWords() throws Exception {
        Path data = folder.resolve("data");
        try (CommandProcess server =
                CommandProcess.start(
                        folder, "serve", "--json", "--port", "0", "--data", data.toString())) {
            URI address = URI.create(JSON.readTree(server.line()).get("address").stringValue());
            for (String request : strangeRequests()) {
                assertThat(RawHttp.exchange(address, request).status()).isLessThan(500);
            }
            server.terminate();
            assertThat(server.exitCode()).isZero();
            assertThat(server.errors()).isEmpty();
        }
        String log = Files.readString(data.resolve("logs/selfsame.log"));

        assertThat(log).contains("\"status\":405").doesNotContain("hush");
        assertThat(log.lines().map(JSON::readTree))
                .extracting(line -> line.get("log").get("level").stringValue())
                .containsOnly("INFO");
    }

    private static List<String> strangeRequests() {
        String rest = " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        return List.of(
                "GET /?key={hush}" + rest + "\r\n",
                "GET /hush hush" + rest + "\r\n",
                "GET /video-server/network-speed?bytes=hush%ff" + rest + "\r\n",
                "hush\r\n\r\n",
                "GET /" + rest + "api key: hush\r\n\r\n",
                "GET /" + rest + "apikey hush\r\n\r\n",
                "GET /" + rest + "Cookie: $Version=hush; a=\"hu\"sh; hush=\u0001\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: hush:hush\r\n\r\n",
                "POST /" + rest + "Content-Length: hush\r\n\r\n",
                "GET /nothing" + rest + "\r\n",
                "GET /nothing" + rest + "Accept: hush\r\n\r\n",
                "GET /nothing" + rest + "Content-Type: *\r\n\r\n",
                "DELETE /error" + rest + "Content-Type: */hush\r\n\r\n",
                "GET /video-server/v2/monitor" + rest + "Accept: hush\r\n\r\n",
                "GET /video-server/v2/monitor" + rest + "Accept: image/hush\r\n\r\n",
                "OPTIONS " + PATH + rest + "\r\n",
                "OPTIONS "
                        + PATH
                        + rest
                        + "Origin: https://hush.example\r\n"
                        + "Access-Control-Request-Method: POST\r\n\r\n",
                "DELETE " + PATH + rest + "\r\n",
                "POST " + PATH + "?hush=%zz" + rest + "Content-Length: 0\r\n\r\n");
    }

    private String post(URI address, String key, MultipartBody body) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(address.resolve(PATH))
                                .header("apikey", key)
                                .header("Content-Type", body.contentType())
                                .POST(BodyPublishers.ofByteArray(body.bytes()))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private void send(URI target, String key) throws Exception {
        client.send(
                HttpRequest.newBuilder(target).header("apikey", key).build(),
                BodyHandlers.discarding());
    }

    private static JsonNode lineWith(String log, String requestId, String message) {
        return log.lines()
                .map(JSON::readTree)
                .filter(line -> line.toString().contains(requestId))
                .filter(line -> line.get("message").stringValue().equals(message))
                .findFirst()
                .orElseThrow();
    }

    private static String secret(String key) {
        return key.substring(key.lastIndexOf('_') + 1);
    }

    private static String encodedPieceOf(byte[] picture) {
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(picture, 0, 30));
    }
}
