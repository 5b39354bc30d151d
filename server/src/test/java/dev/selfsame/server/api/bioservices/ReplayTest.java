package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.client.Recording;
import dev.selfsame.client.SignatureOutcome;
import dev.selfsame.client.Signed;
import dev.selfsame.client.SignedAnswers;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.LiveClips;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;

/** Recordings from the question to the verdict. */
@ExtendWith(ServerExtension.class)
final class ReplayTest {

    private static final String PASSIVE =
            "{\"type\":\"LIVENESS_PASSIVE\",\"securityLevel\":\"LOW\"}";
    private static final String KEPT = "{\"imageStorageEnabled\":true}";

    @Test
    void asksForARecording(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");

        JsonNode wanted =
                recorder.init(
                        "{\"type\":\"LIVENESS_ACTIVE\",\"nbChallenge\":\"3\",\"id\":\"replay-id\","
                                + "\"imageRetrievalDisabled\":\"false\"}");

        assertThat(wanted.path("id").asString()).isEqualTo("replay-id");
        assertThat(wanted.path("type").asString()).isEqualTo("LIVENESS_ACTIVE");
        assertThat(wanted.path("securityLevel").asString()).isEqualTo("HIGH");
        assertThat(wanted.path("nbChallenge").asInt()).isEqualTo(3);
        assertThat(wanted.path("imageRetrievalDisabled").asBoolean()).isFalse();
        assertThat(wanted.path("seed").isInt()).isTrue();
        assertThat(Base64.getDecoder().decode(wanted.path("serverRandom").asString())).hasSize(32);
        assertThat(wanted.path("certificates").size()).isEqualTo(1);
        assertGenuine(server, wanted.toString());
        JsonNode status = SessionClient.json(recorder.status().body());
        assertThat(status.path("id").asString()).isEqualTo("replay-id");
        assertThat(status.path("status").asString()).isEqualTo("INITIALIZED");
    }

    @Test
    void tellsTheParametersAgain(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        String asked = recorder.tryInit(PASSIVE).body();

        assertThat(recorder.parameters().body()).isEqualTo(asked);
        JsonNode anew = recorder.init("[" + PASSIVE + "]");
        JsonNode before = SessionClient.json(asked);
        for (String member : List.of("id", "certificates", "serverRandom")) {
            assertThat(anew.path(member)).isNotEqualTo(before.path(member));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "LIVENESS_HIGH,,LIVENESS_ACTIVE,HIGH",
        "LIVENESS_PASSIVE_VIDEO,VERY_LOW,LIVENESS_PASSIVE_VIDEO,LOW",
        "LIVENESS_PASSIVE,VERY_HIGH2,LIVENESS_PASSIVE,HIGH",
        "LIVENESS_PASSIVE,MEDIUM,LIVENESS_PASSIVE,MEDIUM"
    })
    void understandsOlderWords(
            String type, String level, String newType, String newLevel, RunningServer server) {
        String levelMember = level == null ? "" : ",\"securityLevel\":\"" + level + "\"";

        JsonNode wanted =
                Recorder.open(server, "{}").init("{\"type\":\"" + type + "\"" + levelMember + "}");

        assertThat(wanted.path("type").asString()).isEqualTo(newType);
        assertThat(wanted.path("securityLevel").asString()).isEqualTo(newLevel);
        assertThat(wanted.has("nbChallenge")).isEqualTo(newType.equals("LIVENESS_ACTIVE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"type\":\"NO_LIVENESS\"}",
                "{\"type\":\"LIVENESS_MEDIUM\"}",
                "{\"type\":7}",
                "{\"type\":\"LIVENESS_PASSIVE\",\"securityLevel\":\"EXTREME\"}",
                "{\"type\":\"LIVENESS_ACTIVE\",\"nbChallenge\":0}",
                "{\"type\":\"LIVENESS_ACTIVE\",\"nbChallenge\":9}",
                "{\"type\":\"LIVENESS_ACTIVE\",\"nbChallenge\":1.5}",
                "{\"type\":\"LIVENESS_PASSIVE\",\"id\":{}}",
                "{\"type\":\"LIVENESS_PASSIVE\",\"imageRetrievalDisabled\":\"perhaps\"}"
            })
    void refusesWhatItCannotAskFor(String json, RunningServer server) {
        assertThat(Recorder.open(server, "{}").tryInit(json).statusCode()).isEqualTo(400);
    }

    @Test
    void oneFrameOverAndOverIsNeverALivePerson(RunningServer server) {
        Recorder recorder = Recorder.open(server, KEPT);
        JsonNode wanted = recorder.init(PASSIVE);
        List<byte[]> still = Collections.nCopies(30, Faces.anna());

        HttpResponse<String> taken = recorder.submit(sealed(wanted, still));

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        assertThat(taken.body())
                .isEqualTo(
                        "{\"id\":\""
                                + wanted.path("id").asString()
                                + "\",\"status\":\"IN_PROGRESS\"}");
        String judged = recorder.judged();
        JsonNode status = SessionClient.json(judged);
        assertThat(status.path("status").asString()).isIn("SPOOF", "FAILED");
        assertThat(status.path("diagnostic").asString()).isNotBlank();
        assertThat(status.has("image")).isFalse();
        assertThat(status.has("bestImageId")).isFalse();
        assertThat(status.path("deviceInfo").toString())
                .isEqualTo("{\"deviceModel\":\"Pixel 9\",\"osType\":\"Android\"}");
        assertThat(status.path("sdkInfo").toString()).isEqualTo("{\"sdkVersion\":\"1.2.3\"}");
        assertThat(status.path("videoStorage").path("contentType").asString())
                .isEqualTo("video/x-motion-jpeg");
        assertThat(status.has("imageStorage")).isFalse();
        assertGenuine(server, judged);
        assertThat(recorder.send("GET", "v2", "/replay-liveness-metadata", "").body())
                .isEqualTo(judged);
        assertThat(recorder.send("GET", "v2", "/faces", "").body()).isEqualTo("[]");
    }

    @Test
    void anEmptyWallFails(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);

        recorder.submit(sealed(wanted, Collections.nCopies(10, Faces.nobody())));

        JsonNode status = SessionClient.json(recorder.judged());
        assertThat(status.path("status").asString()).isEqualTo("FAILED");
        assertThat(status.has("videoStorage")).isFalse();
    }

    @Test
    void whatTakesLongerThanACaptureMayIsATimeOut(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        ObjectNode recording = Recorder.recording(wanted, Collections.nCopies(2, Faces.nobody()));
        ((ObjectNode) recording.path("frames").path(1)).put("millis", 60_126);

        recorder.submit(Recorder.sealed(wanted, bytes(recording)));

        assertThat(SessionClient.json(recorder.judged()).path("status").asString())
                .isEqualTo("TIMEOUT");
    }

    @Test
    void takesOneRecordingForEachQuestion(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        String sealed = sealed(wanted, List.of(Faces.nobody()));

        assertThat(recorder.submit(sealed).statusCode()).isEqualTo(202);
        recorder.judged();
        assertThat(recorder.submit(sealed).statusCode()).isEqualTo(409);

        JsonNode anew = recorder.init(PASSIVE);
        HttpResponse<String> old = recorder.submit(sealed);
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(recorder.submit(sealed(anew, List.of(Faces.nobody()))).statusCode())
                .isEqualTo(202);
        recorder.judged();
    }

    @Test
    void isUnknownToOtherTenants(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);
        Recorder stranger = recorder.with(server.newTenantKey("replay-stranger"));

        assertThat(stranger.tryInit(PASSIVE).statusCode()).isEqualTo(404);
        assertThat(stranger.parameters().statusCode()).isEqualTo(404);
        assertThat(stranger.status().statusCode()).isEqualTo(404);
        assertThat(stranger.submit(sealed(wanted, List.of(Faces.nobody()))).statusCode())
                .isEqualTo(404);
        assertThat(SessionClient.json(recorder.status().body()).path("status").asString())
                .isEqualTo("INITIALIZED");
    }

    @Test
    void aSessionWithoutAQuestionHasNoStatus(RunningServer server) {
        Recorder recorder = Recorder.open(server, "{}");

        assertThat(recorder.status().statusCode()).isEqualTo(404);
        assertThat(recorder.parameters().statusCode()).isEqualTo(404);
        assertThat(recorder.submit("a.b.c.d.e").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLivePersonSucceeds(boolean imageInStatus, RunningServer server) {
        Recording clip = Recording.ofVideo(LiveClips.selfie(), 8);
        List<byte[]> frames = clip.frames().stream().map(Recording.Frame::jpeg).toList();
        Recorder recorder = Recorder.open(server, imageInStatus ? KEPT : "{}");
        JsonNode wanted =
                recorder.init(
                        "{\"type\":\"LIVENESS_PASSIVE\",\"securityLevel\":\"LOW\","
                                + "\"imageRetrievalDisabled\":"
                                + !imageInStatus
                                + "}");

        assertThat(recorder.submit(sealed(wanted, frames)).statusCode()).isEqualTo(202);

        String judged = recorder.judged();
        JsonNode status = SessionClient.json(judged);
        assertThat(status.path("status").asString())
                .as(status.path("diagnostic").asString())
                .isEqualTo("SUCCESS");
        assertGenuine(server, judged);
        boolean detached = status.path("signature").asString().contains("..");
        assertThat(detached).isEqualTo(imageInStatus);
        assertThat(status.has("image")).isEqualTo(imageInStatus);
        assertThat(status.has("imageStorage")).isEqualTo(imageInStatus);
        assertThat(status.has("videoStorage")).isEqualTo(imageInStatus);
        assertThat(status.path("landmarks").path("box").path("width").asDouble()).isPositive();
        String face = "/faces/" + status.path("bestImageId").asString();
        assertThat(recorder.send("GET", "v2", face, "").statusCode()).isEqualTo(200);
        if (imageInStatus) {
            assertThat(frames)
                    .anySatisfy(
                            it ->
                                    assertThat(status.path("image").asString())
                                            .isEqualTo(Base64.getEncoder().encodeToString(it)));
            assertThat(recorder.send("DELETE", "v2", face, "").statusCode()).isEqualTo(204);
            assertThat(SessionClient.json(recorder.status().body()).has("image")).isFalse();
        }
    }

    private static String sealed(JsonNode wanted, List<byte[]> frames) {
        return Recorder.sealed(wanted, bytes(Recorder.recording(wanted, frames)));
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void assertGenuine(RunningServer server, String answer) {
        SignedAnswers signatures = SignedAnswers.of(server.get("/.well-known/jwks.json").body());
        assertThat(signatures.check(new Signed<>(answer, answer)))
                .isInstanceOf(SignatureOutcome.Genuine.class);
    }
}
