package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;
import dev.selfsame.server.testing.StandaloneServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two processes on one PostgreSQL, one Redis and one S3 serve one session, and one serves it alone.
 */
@ExtendWith({DatabasesExtension.class, S3ServerExtension.class})
final class SharedSessionsTest {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final DatabaseOptions database;
    private final S3Server pictures;
    private final String bucket;

    SharedSessionsTest(Databases databases, S3Server store) {
        database = databases.fresh(DatabaseKind.POSTGRESQL);
        pictures = store;
        bucket = store.newBucket();
    }

    @Test
    void aSessionThatOneProcessOpenedIsServedByAnotherAndOutlivesTheFirst() throws Exception {
        try (RedisProcess redis = RedisProcess.start();
                StandaloneServer first = start("one", redis);
                StandaloneServer second = start("two", redis)) {
            Peer one = new Peer(first.address(), first.apiKey());
            Peer two = new Peer(second.address(), second.apiKey());
            String session =
                    created(
                            one.send(
                                    "POST",
                                    SESSIONS,
                                    "{\"correlationId\":\"c-1\",\"imageStorageEnabled\":true}"));
            String anna = two.add(session, Faces.anna());
            String again = two.add(session, Faces.annaAgain());
            String berta = one.add(session, Faces.berta());

            JsonNode matches = one.read(anna + "/matches");
            assertThat(candidates(matches)).containsExactly(idOf(again), idOf(berta));
            assertThat(two.read(anna + "/matches").toString())
                    .isEqualTo(one.read(anna + "/matches").toString());
            assertThat(two.read(session).get("correlationId").stringValue()).isEqualTo("c-1");
            assertThat(two.status("DELETE", again)).isEqualTo(204);
            assertThat(one.status("GET", again)).isEqualTo(404);
            assertIsPicture(one.send("GET", anna + "/image", ""));

            first.kill();

            JsonNode face = two.read(anna);
            assertThat(face.get("imageStorage").get("hash")).isEqualTo(face.get("digest"));
            assertIsPicture(two.send("GET", berta + "/image", ""));
            assertThat(two.read(session + "/faces")).hasSize(2);
            String late = two.add(session, Faces.annaAgain());
            assertThat(candidates(two.read(anna + "/matches")))
                    .containsExactly(idOf(late), idOf(berta));
            assertThat(pictures.keys(bucket)).hasSize(3);
            assertThat(two.status("DELETE", session)).isEqualTo(204);
            assertThat(two.status("GET", session)).isEqualTo(404);
            assertThat(pictures.keys(bucket)).isEmpty();
        }
    }

    private StandaloneServer start(String name, RedisProcess redis) throws IOException {
        Map<String, String> variables = StandaloneServer.variables(settings(redis));
        // why: no process lives long enough here for the optimising compiler
        variables.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        return StandaloneServer.start(folder, folder.resolve(name), variables);
    }

    private Map<String, String> settings(RedisProcess redis) {
        Map<String, String> settings = new HashMap<>(Databases.settings(database));
        settings.putAll(pictures.settings(bucket));
        settings.put("selfsame.biosession.redis-url", redis.url());
        // why: answers are compared, and an elliptic signature is another one each time
        settings.put("selfsame.signing.rsa-bits", "2048");
        settings.put("selfsame.vault.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        return settings;
    }

    private static List<String> candidates(JsonNode matches) {
        return matches.valueStream()
                .map(match -> match.get("candidate").get("id").stringValue())
                .toList();
    }

    private static void assertIsPicture(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.body()).contains("JFIF");
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "/bioserver-app" + answer.headers().firstValue("Location").orElseThrow();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A server, wherever it runs, and a key of it. */
    private record Peer(URI address, String apiKey) {

        String add(String session, byte[] picture) throws Exception {
            byte[] face = "{\"imageType\":\"SELFIE\"}".getBytes(StandardCharsets.UTF_8);
            MultipartBody body = MultipartBody.formData().file("face", face).file("image", picture);
            return created(
                    send(
                            to(session + "/faces", body.contentType())
                                    .POST(BodyPublishers.ofByteArray(body.bytes()))));
        }

        JsonNode read(String path) throws Exception {
            HttpResponse<String> answer = send("GET", path, "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }

        int status(String method, String path) throws Exception {
            return send(method, path, "").statusCode();
        }

        HttpResponse<String> send(String method, String path, String json) throws Exception {
            return send(
                    to(path, "application/json")
                            .method(
                                    method,
                                    json.isEmpty()
                                            ? BodyPublishers.noBody()
                                            : BodyPublishers.ofString(json)));
        }

        private HttpRequest.Builder to(String path, String contentType) {
            return HttpRequest.newBuilder(address.resolve(path))
                    .timeout(Duration.ofSeconds(60))
                    .header("apikey", apiKey)
                    .header("Content-Type", contentType);
        }

        private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(request.build(), BodyHandlers.ofString());
            }
        }
    }
}
