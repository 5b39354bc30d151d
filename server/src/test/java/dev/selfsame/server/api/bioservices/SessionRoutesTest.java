package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

@ExtendWith(ServerExtension.class)
final class SessionRoutesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"correlationId\":\"c-1\",\"ttlSeconds\":60,\"imageStorageEnabled\":true}",
                "[{\"correlationId\":\"c-1\",\"ttlSeconds\":60,\"imageStorageEnabled\":true}]",
                "{\"correlationId\":\"c-1\",\"ttlSeconds\":\"60\",\"imageStorageEnabled\":\"true\","
                        + "\"unknown\":{\"a\":[1]},\"evidenceId\":null}"
            })
    void opensWhatWasAskedFor(String body, RunningServer server) {
        SessionClient client = SessionClient.of(server);

        JsonNode session = client.read(client.open(body));

        assertThat(session.get("correlationId").asString()).isEqualTo("c-1");
        assertThat(session.has("evidenceId")).isFalse();
        assertThat(session.get("imageStorageEnabled").asBoolean()).isTrue();
        assertThat(lifeSeconds(session)).isEqualTo(60);
        assertThat(session.get("signature").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[{}]", "{\"ttlSeconds\":null}", "{\"ttlSeconds\":\"\"}"})
    void opensByTheServersOwnDefaults(String body, RunningServer server) {
        SessionClient client = SessionClient.of(server);

        JsonNode session = client.read(client.open(body));

        assertThat(lifeSeconds(session)).isEqualTo(300);
        assertThat(session.get("imageStorageEnabled").asBoolean()).isFalse();
        assertThat(session.has("correlationId")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{},{}]",
                "[[{}]]",
                "7",
                "\"text\"",
                "{",
                "{\"ttlSeconds\":0}",
                "{\"ttlSeconds\":-1}",
                "{\"ttlSeconds\":1.5}",
                "{\"ttlSeconds\":3601}",
                "{\"ttlSeconds\":1e999999999}",
                "{\"ttlSeconds\":\"0x10\"}",
                "{\"ttlSeconds\":[60]}",
                "{\"imageStorageEnabled\":\"maybe\"}",
                "{\"imageStorageEnabled\":{}}",
                "{\"correlationId\":{}}",
                "{\"correlationId\":true}",
                "{\"callbackURL\":\"no url\"}",
                "{\"callbackURL\":\"file:///etc/passwd\"}",
                "{\"callbackURL\":\"http://127.0.0.1/\"}",
                "{\"callbackURL\":\"http://[::1]:80/\"}",
                "{\"callbackURL\":\"http://169.254.169.254/latest\"}",
                "{\"correlationId\":\"a\",\"correlationId\":\"b\"}"
            })
    void refusesWhatIsNoSession(String body, RunningServer server) {
        HttpResponse<String> answer =
                SessionClient.of(server).send("POST", SessionClient.SESSIONS, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(SessionClient.json(answer.body()).get("id").asString()).hasSize(36);
        assertThat(SessionClient.json(answer.body()).get("message").asString()).isNotBlank();
    }

    @Test
    void namesHaveALength(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String name = "ü".repeat(256);

        JsonNode session = client.read(client.open("{\"correlationId\":\"" + name + "\"}"));
        HttpResponse<String> longer =
                client.send("POST", SessionClient.SESSIONS, "{\"evidenceId\":\"" + name + "x\"}");

        assertThat(session.get("correlationId").asString()).isEqualTo(name);
        assertThat(longer.statusCode()).isEqualTo(400);
    }

    @Test
    void endsWhenItSays(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String path = client.open("{\"ttlSeconds\":1}");
        Instant expires = Instant.parse(client.read(path).get("expires").asString());

        Instant late = expires.plusSeconds(20);
        while (client.get(path).statusCode() == 200) {
            assertThat(Instant.now()).isBefore(late);
        }

        assertThat(Instant.now()).isAfterOrEqualTo(expires);
        assertThat(client.post(path + "/faces", SessionClient.face(Faces.anna(), "SELFIE")))
                .extracting(HttpResponse::statusCode)
                .isEqualTo(404);
        assertThat(client.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void isGoneOnceDeleted(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String path = client.open("{}");
        String face = client.add(path, Faces.anna());

        assertThat(client.delete(path).statusCode()).isEqualTo(204);

        for (String gone :
                new String[] {path, path + "/faces", face, face + "/image", face + "/matches"}) {
            HttpResponse<String> answer = client.get(gone);
            assertThat(answer.statusCode()).as(gone).isEqualTo(404);
            assertThat(answer.body()).contains("\"message\":\"Session not found\"");
        }
        assertThat(client.delete(path).statusCode()).isEqualTo(404);
    }

    @Test
    void ofTwoDeletionsOneFindsIt(RunningServer server) throws Exception {
        SessionClient client = SessionClient.of(server);
        String path = client.open("{}");
        Callable<Integer> deletion = () -> client.delete(path).statusCode();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            var statuses =
                    threads.invokeAll(Stream.generate(() -> deletion).limit(4).toList()).stream()
                            .map(it -> it.resultNow())
                            .sorted()
                            .toList();
            assertThat(statuses).containsExactly(204, 404, 404, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "0-0-0-0-0",
                "00000000-0000-0000-0000-000000000000",
                "0991cedc-9111-4b9d-9e4e-8d6eb4db488f%00",
                "0991cedc-9111-4b9d-9e4e-8d6eb4db488fa",
                "..%2f..",
                "%F0%9F%98%80"
            })
    void whatWasNeverOpenedIsNotFound(String id, RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String path = SessionClient.SESSIONS + "/" + id;

        assertThat(client.get(path).statusCode()).isIn(400, 404);
        assertThat(client.delete(path).statusCode()).isIn(400, 404);
        assertThat(client.get(path + "/faces").statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "sessions-read, GET, 200",
        "sessions-read, DELETE, 403",
        "sessions-write, GET, 403",
        "sessions-write, DELETE, 204",
        "match, GET, 403",
        "multibiometrics, GET, 403",
        "match, DELETE, 403"
    })
    void aKeyDoesWhatItIsFor(String scope, String method, int status, RunningServer server) {
        String path = SessionClient.of(server).open("{}");
        SessionClient scoped = new SessionClient(server, server.newKey(scope));

        assertThat(scoped.send(method, path, "").statusCode()).isEqualTo(status);
    }

    @Test
    void anotherTenantsSessionIsAsUnknownAsNone(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String path = client.open("{}");
        String face = client.add(path, Faces.anna());
        SessionClient other =
                new SessionClient(
                        server,
                        server.newTenantKey(
                                "sessions-" + UUID.randomUUID().toString().substring(0, 8)));
        String none = SessionClient.SESSIONS + "/" + UUID.randomUUID();

        for (String rest : new String[] {"", "/faces", face.substring(path.length())}) {
            assertSame(other.get(path + rest), other.get(none + rest));
            assertSame(other.delete(path + rest), other.delete(none + rest));
        }
        String matches = face.substring(path.length()) + "/matches";
        assertSame(other.get(path + matches), other.get(none + matches));
        String image = face.substring(path.length()) + "/image";
        assertSame(other.get(path + image), other.get(none + image));
        assertSame(
                other.post(path + "/faces", SessionClient.face(Faces.anna(), "SELFIE")),
                other.post(none + "/faces", SessionClient.face(Faces.anna(), "SELFIE")));
        assertThat(client.get(face).statusCode()).isEqualTo(200);
    }

    private static void assertSame(HttpResponse<String> one, HttpResponse<String> other) {
        assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
        assertThat(SessionClient.json(one.body()).get("message"))
                .isEqualTo(SessionClient.json(other.body()).get("message"));
    }

    private static long lifeSeconds(JsonNode session) {
        return Duration.between(
                        Instant.parse(session.get("created").asString()),
                        Instant.parse(session.get("expires").asString()))
                .toSeconds();
    }
}
