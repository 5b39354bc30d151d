package dev.selfsame.server.api.videoserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

@ExtendWith(ServerExtension.class)
final class VideoServerRoutesTest {

    @Test
    void opensASessionAsTheDocumentedServerDoes(RunningServer server) {
        HttpResponse<String> answer =
                LivenessClient.of(server)
                        .init(
                                "{\"livenessMode\":\"LIVENESS_ACTIVE\",\"numberOfChallenge\":2,"
                                        + "\"correlationId\":\"c\",\"evidenceId\":\"e\","
                                        + "\"ageThreshold\":\"18\",\"securityLevel\":\"HIGH\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .matches("/v2/bio-sessions/[0-9a-f-]{36}");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void opensABioSessionThatKeepsPictures(RunningServer server) {
        LivenessClient client = LivenessClient.of(server);
        String session =
                client.open(
                        "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"correlationId\":\"c\","
                                + "\"evidenceId\":\"e\"}");

        HttpResponse<String> answer = client.get(LivenessClient.SESSIONS + session);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"imageStorageEnabled\":true")
                .contains("\"correlationId\":\"c\"")
                .contains("\"evidenceId\":\"e\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"livenessMode\":\"LIVENESS_PASSIVE\"}]",
                "{\"livenessMode\":\"LIVENESS_HIGH\",\"securityLevel\":\"VERY_HIGH4\"}",
                "{\"livenessMode\":\"liveness_passive\",\"securityLevel\":\"VERY_LOW\"}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"imageStorageEnabled\":\"true\"}",
                "{\"livenessMode\":\"LIVENESS_ACTIVE\",\"numberOfChallenge\":\"3\"}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"ttlSeconds\":60,\"unknown\":[{}]}"
            })
    void isLenient(String body, RunningServer server) {
        assertThat(LivenessClient.of(server).init(body).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "[{},{}]",
                "{\"livenessMode\":\"NO_LIVENESS\"}",
                "{\"livenessMode\":\"LIVENESS_MEDIUM\"}",
                "{\"livenessMode\":7}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"securityLevel\":\"HIGHER\"}",
                "{\"livenessMode\":\"LIVENESS_ACTIVE\",\"numberOfChallenge\":0}",
                "{\"livenessMode\":\"LIVENESS_ACTIVE\",\"numberOfChallenge\":9}",
                "{\"livenessMode\":\"LIVENESS_ACTIVE\",\"numberOfChallenge\":1e99}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"ageThreshold\":\"old\"}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"ageThreshold\":-1}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"ttlSeconds\":9999999}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"callbackURL\":\"http://127.0.0.1/\"}",
                "{\"livenessMode\":\"LIVENESS_PASSIVE\",\"imageStorageEnabled\":\"perhaps\"}"
            })
    void refusesWhatItCannotDo(String body, RunningServer server) {
        HttpResponse<String> answer = LivenessClient.of(server).init(body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).matches("\\{\"id\":\"[0-9a-f-]{36}\",\"message\":\".+\"}");
    }

    @Test
    void wantsAKeyThatMayCapture(RunningServer server) {
        String body = "{\"livenessMode\":\"LIVENESS_PASSIVE\"}";

        assertThat(new LivenessClient(server, "none").init(body).statusCode()).isEqualTo(401);
        assertThat(new LivenessClient(server, server.newKey("match")).init(body).statusCode())
                .isEqualTo(403);
        LivenessClient capture = new LivenessClient(server, server.newKey("capture"));
        String session = capture.open(body);
        assertThat(capture.get(LivenessClient.SESSIONS + session).statusCode()).isEqualTo(403);
        LivenessClient stranger = new LivenessClient(server, server.newTenantKey("stranger"));
        assertThat(
                        stranger.get(
                                        LivenessClient.SESSIONS
                                                + session
                                                + "/liveness-challenge-result")
                                .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/LIVENESS_PASSIVE", "/LIVENESS_ACTIVE/HIGH?numberOfChallenge=2"})
    void saysWhatCameOfIt(String form, RunningServer server) {
        LivenessClient client = LivenessClient.of(server);
        String session = client.open("{\"livenessMode\":\"LIVENESS_PASSIVE\"}");
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start().say("{\"type\":\"bye\"}");
            assertThat(browser.closeCode()).isEqualTo(1000);
        }

        HttpResponse<String> answer =
                client.get(LivenessClient.SESSIONS + session + "/liveness-challenge-result" + form);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"livenessStatus\":\"FAILED\"");
    }

    @Test
    void measuresTheNetworkForPagesOfAnyOrigin(RunningServer server) {
        HttpResponse<String> up =
                server.send(
                        server.to("/video-server/network-speed")
                                .header("Origin", "https://shop.example")
                                .POST(BodyPublishers.ofByteArray(new byte[100_000])));
        HttpResponse<String> down = server.get("/video-server/network-speed?bytes=1000");
        HttpResponse<String> latency = server.get("/video-server/network-latency");

        assertThat(up.statusCode()).isEqualTo(200);
        assertThat(down.statusCode()).isEqualTo(200);
        assertThat(down.headers().firstValue("Content-Length")).hasValue("1000");
        assertThat(latency.statusCode()).isEqualTo(204);
        for (HttpResponse<String> each : List.of(up, down, latency)) {
            assertThat(each.headers().allValues("Access-Control-Allow-Origin"))
                    .containsExactly("*");
            assertThat(each.headers().allValues("Cross-Origin-Resource-Policy"))
                    .containsExactly("cross-origin");
        }
    }

    @Test
    void measuresNoMoreThanTwoMegabytes(RunningServer server) {
        assertThat(
                        server.send(
                                        server.to("/video-server/network-speed")
                                                .POST(
                                                        BodyPublishers.ofByteArray(
                                                                new byte[2_200_000])))
                                .statusCode())
                .isEqualTo(413);
        for (String bytes : new String[] {"-1", "9999999", "x", "99999999999"}) {
            assertThat(server.get("/video-server/network-speed?bytes=" + bytes).statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bioserver-environment-api.js, BioserverEnvironment",
        "bioserver-video-api.js, BioserverVideo",
        "bioserver-network-check.js, BioserverNetworkCheck",
        "bioserver-video-ui.js, BioserverVideoUI",
        "selfsame-capture.js, export"
    })
    void servesScriptsToIsolatedPagesOfOtherOrigins(
            String name, String word, RunningServer server) {
        HttpResponse<String> answer = server.get("/video-server/" + name);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(word);
        assertThat(answer.headers().allValues("Cross-Origin-Resource-Policy"))
                .containsExactly("cross-origin");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/javascript;charset=utf-8");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(server.get("/video-server/" + name, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/video-server/nothing.js",
                "/video-server/..%2fcapture%2findex.html.js",
                "/capture/nothing.html",
                "/capture/../application.yaml",
                "/capture/%2e%2e/%2e%2e/application.yaml",
                "/capture/..%5capplication.yaml",
                "/capture/index.html%00.js",
                "/capture//etc/passwd.html"
            })
    void servesNothingElse(String path, RunningServer server) {
        assertThat(server.get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void showsThePageOfItsOwn(RunningServer server) {
        HttpResponse<String> page = server.get("/capture/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("script-src 'self'");
        assertThat(page.body()).contains("<html");
        assertThat(server.get("/capture").headers().firstValue("Location")).hasValue("capture/");
    }

    @Test
    void saysItsVersion(RunningServer server) {
        JsonNode version =
                LivenessClient.json(
                        server.get("/video-server/v2/capabilities", "apikey", server.apiKey())
                                .body());

        assertThat(version.path("version").asString()).isNotBlank();
        assertThat(server.get("/video-server/v2/capabilities").statusCode()).isEqualTo(401);
        assertThat(server.get("/video-server/v2/monitor").statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheSocketIsOne(RunningServer server) {
        assertThat(server.get("/video-server/engine.io").statusCode()).isEqualTo(400);
    }
}
