package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RedisProcess;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.S3Server;
import dev.selfsame.server.testing.S3ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Two servers on one PostgreSQL, one Redis and one S3 serve one session. */
@ExtendWith({DatabasesExtension.class, S3ServerExtension.class})
final class SharedSessionsTest {

    private static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private final DatabaseOptions database;
    private final Map<String, String> pictures;

    SharedSessionsTest(Databases databases, S3Server store) {
        database = databases.fresh(DatabaseKind.POSTGRESQL);
        pictures = store.settings(store.newBucket());
    }

    @Test
    void aSessionThatOneServerOpenedIsMatchedAndDeletedByAnother() throws Exception {
        try (RedisProcess redis = RedisProcess.start();
                RunningServer one = start("one", redis);
                RunningServer two = second(redis, one)) {
            String session =
                    created(
                            send(
                                    one,
                                    "POST",
                                    SESSIONS,
                                    "{\"correlationId\":\"c-1\",\"imageStorageEnabled\":true}"));
            String anna = added(one, session, Faces.anna());
            String again = added(two, session, Faces.annaAgain());
            String berta = added(one, session, Faces.berta());

            JsonNode matches = read(two, anna + "/matches");

            assertThat(matches).hasSize(2);
            assertThat(matches.get(0).get("candidate").get("id").stringValue())
                    .isEqualTo(idOf(again));
            assertThat(matches.get(1).get("candidate").get("id").stringValue())
                    .isEqualTo(idOf(berta));
            assertThat(read(one, anna + "/matches")).hasSize(2);
            assertThat(read(two, session).get("correlationId").stringValue()).isEqualTo("c-1");

            JsonNode face = read(two, anna);
            assertThat(face.get("imageStorage").get("hash")).isEqualTo(face.get("digest"));
            HttpResponse<String> picture = send(two, "GET", anna + "/image", "");
            assertThat(picture.statusCode()).isEqualTo(200);
            assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");

            assertThat(status(two, "DELETE", anna)).isEqualTo(204);
            assertThat(status(one, "GET", anna)).isEqualTo(404);
            assertThat(status(one, "GET", anna + "/image")).isEqualTo(404);
            assertThat(read(one, session + "/faces")).hasSize(2);
            assertThat(status(two, "DELETE", session)).isEqualTo(204);
            assertThat(status(one, "GET", session)).isEqualTo(404);
            assertThat(status(one, "DELETE", session)).isEqualTo(404);
        }
    }

    @Test
    void requestsAreRefusedWhileRedisIsAwayAndServedAfterwards() {
        try (RedisProcess redis =
                        RedisProcess.start(
                                "appendonly yes", "dir " + folder, "appendfsync always");
                RunningServer server = start("one", redis)) {
            String session = created(send(server, "POST", SESSIONS, "{}"));

            redis.stop();
            HttpResponse<String> refused = send(server, "POST", SESSIONS, "{}");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("the store of sessions does not answer");
            assertThat(status(server, "GET", session)).isEqualTo(503);
            assertThat(status(server, "DELETE", session)).isEqualTo(503);
            assertThat(status(server, "GET", "/bioserver-app/v2/capabilities")).isEqualTo(200);

            redis.startAgain();
            Instant deadline = Instant.now().plusSeconds(60);
            while (status(server, "GET", session) != 200) {
                assertThat(Instant.now()).isBefore(deadline);
            }
            assertThat(status(server, "DELETE", session)).isEqualTo(204);
        }
    }

    private RunningServer start(String name, RedisProcess redis) {
        Map<String, String> settings = new HashMap<>(Databases.settings(database));
        settings.putAll(pictures);
        settings.put("selfsame.biosession.redis-url", redis.url());
        settings.put("selfsame.vault.master-key", Base64.getEncoder().encodeToString(new byte[32]));
        return RunningServer.start(folder.resolve(name), settings);
    }

    /** A server with the first one's key, as the second one makes none. */
    private RunningServer second(RedisProcess redis, RunningServer first) throws IOException {
        Path data = Files.createDirectory(folder.resolve("two"));
        Files.copy(first.data().initialApiKey(), data.resolve("initial-api-key"));
        return start("two", redis);
    }

    private static String added(RunningServer server, String session, byte[] picture) {
        byte[] face = "{\"imageType\":\"SELFIE\"}".getBytes(StandardCharsets.UTF_8);
        return created(
                server.post(
                        session + "/faces",
                        MultipartBody.formData().file("face", face).file("image", picture)));
    }

    private static String created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return "/bioserver-app" + answer.headers().firstValue("Location").orElseThrow();
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static JsonNode read(RunningServer server, String path) {
        HttpResponse<String> answer = send(server, "GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static int status(RunningServer server, String method, String path) {
        return send(server, method, path, "").statusCode();
    }

    private static HttpResponse<String> send(
            RunningServer server, String method, String path, String json) {
        return server.send(
                server.to(path)
                        .header("apikey", server.apiKey())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                json.isEmpty()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(json)));
    }
}
