package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
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

/** Operations that keep nothing. */
@ExtendWith(ServerExtension.class)
final class DirectRoutesTest {

    private static final String FACES = "/bioserver-app/v2/faces";
    private static final String MATCH = "/bioserver-app/v2/match";
    private static final String AGES = "/bioserver-app/v2/ages";

    @Test
    void aDirectFaceIsAnsweredWhole(RunningServer server) {
        JsonNode face = ok(server, FACES, SessionClient.face(Faces.anna(), "SELFIE"));

        assertThat(face.get("template").asString()).isNotEmpty();
        assertThat(face.has("created")).isTrue();
        assertThat(face.has("expires")).isFalse();
        assertThat(face.has("signature")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,false", "'\"true\"',false", "false,true", "null,true", "'\"FALSE\"',true"})
    void theSignatureCanBeLeftOut(String disabled, boolean signed, RunningServer server) {
        MultipartBody body =
                MultipartBody.formData()
                        .text(
                                "face",
                                "{\"imageType\":\"SELFIE\",\"signatureDisabled\":" + disabled + "}")
                        .file("image", Faces.anna())
                        .text("correlationId", "c-1");

        assertThat(ok(server, FACES + "?correlationId=c-1", body).has("signature"))
                .isEqualTo(signed);
    }

    @Test
    void aFaceIsComparedWithAPicture(RunningServer server) {
        JsonNode anna = ok(server, FACES, SessionClient.face(Faces.anna(), "ID_DOCUMENT"));

        JsonNode same = ok(server, MATCH, match(anna, Faces.annaAgain()));
        JsonNode other = ok(server, MATCH, match(anna, Faces.berta()));

        assertThat(same.get("score").asDouble()).isGreaterThan(4000);
        assertThat(other.get("score").asDouble()).isLessThan(3000);
        assertThat(same.get("reference").get("id")).isEqualTo(anna.get("id"));
        assertThat(same.get("reference").propertyNames())
                .containsExactly("id", "mode", "imageType");
        assertThat(same.get("candidate").has("landmarks")).isTrue();
        assertThat(same.get("candidate").has("template")).isFalse();
        assertThat(same.get("correlationId").asString()).isEqualTo("c-1");
        assertThat(same.has("expires")).isFalse();
    }

    @Test
    void aTurnedPictureIsComparedWhereThatIsAskedFor(RunningServer server) {
        JsonNode anna = ok(server, FACES, SessionClient.face(Faces.anna(), "SELFIE"));
        MultipartBody body =
                match(anna, Faces.annaTurned()).text("imageRotationEnabled", "\"true\"");

        JsonNode match = ok(server, MATCH, body);

        assertThat(match.get("score").asDouble()).isGreaterThan(4000);
        assertThat(match.get("candidate").get("imageRotationEnabled").asBoolean()).isTrue();
    }

    @Test
    void aReferenceThatWasAlteredIsRefused(RunningServer server) {
        ObjectNode anna =
                (ObjectNode) ok(server, FACES, SessionClient.face(Faces.anna(), "SELFIE"));
        ObjectNode berta =
                (ObjectNode) ok(server, FACES, SessionClient.face(Faces.berta(), "SELFIE"));
        anna.set("template", berta.get("template"));

        HttpResponse<String> answer = server.post(MATCH, match(anna, Faces.berta()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("template is not what was signed");
    }

    @Test
    void anAgeIsComparedWithTheThreshold(RunningServer server) {
        JsonNode young = ok(server, AGES, age("{\"threshold\":\"1\"}", Faces.anna()));
        JsonNode old =
                ok(
                        server,
                        AGES,
                        age(
                                "{\"threshold\":110,\"imageType\":\"SELFIE\","
                                        + "\"signatureDisabled\":\"true\"}",
                                Faces.anna()));

        assertThat(young.get("aboveThreshold").asBoolean()).isTrue();
        assertThat(young.get("ageEstimated").asDouble()).isBetween(10.0, 70.0);
        assertThat(young.get("threshold").isNumber()).isTrue();
        assertThat(young.get("quality").asInt()).isPositive();
        assertThat(young.has("signature")).isTrue();
        assertThat(old.get("aboveThreshold").asBoolean()).isFalse();
        assertThat(old.get("imageType").asString()).isEqualTo("SELFIE");
        assertThat(old.has("signature")).isFalse();
    }

    @Test
    void aPictureOfNobodyHasNoAge(RunningServer server) {
        JsonNode nobody = ok(server, AGES, age("{\"threshold\":18}", Faces.nobody()));

        assertThat(nobody.has("aboveThreshold")).isFalse();
        assertThat(nobody.has("ageEstimated")).isFalse();
        assertThat(nobody.get("quality").asInt()).isEqualTo(-10_000);
        assertThat(nobody.get("threshold").asInt()).isEqualTo(18);
        assertThat(nobody.has("digest")).isTrue();
        assertThat(nobody.get("imageType").asString()).isEqualTo("SELFIE");
        assertThat(nobody.has("signature")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "7",
                "{\"threshold\":null}",
                "{\"threshold\":-1}",
                "{\"threshold\":151}",
                "{\"threshold\":1e999}",
                "{\"threshold\":1e-999}",
                "{\"threshold\":\"old\"}",
                "{\"threshold\":18,\"imageType\":\"X\"}",
                "{\"threshold\":18,\"signatureDisabled\":7}"
            })
    void refusesWhatIsNoQuestionForAnAge(String json, RunningServer server) {
        HttpResponse<String> answer = server.post(AGES, age(json, Faces.anna()));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void whatIsNoPictureHasNoAge(RunningServer server) {
        HttpResponse<String> answer =
                server.post(AGES, age("{\"threshold\":18}", new byte[] {1, 2, 3}));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("image: not a readable picture");
    }

    @ParameterizedTest
    @ValueSource(strings = {FACES, MATCH, AGES})
    void aKeyWithoutTheScopeIsRefused(String path, RunningServer server) {
        SessionClient sessions = new SessionClient(server, server.newKey("sessions"));

        assertThat(sessions.post(path, MultipartBody.formData().text("a", "b")).statusCode())
                .isEqualTo(403);
        assertThat(new SessionClient(server, "wrong").get(path).statusCode()).isIn(401, 405);
    }

    private static MultipartBody match(JsonNode reference, byte[] candidate) {
        return MultipartBody.formData()
                .text("referenceFace", reference.toString())
                .file("candidateImage", candidate)
                .text("candidateImageType", "\"SELFIE\"")
                .text("correlationId", "\"c-1\"");
    }

    private static MultipartBody age(String json, byte[] picture) {
        return MultipartBody.formData().text("age", json).file("image", picture);
    }

    private static JsonNode ok(RunningServer server, String path, MultipartBody body) {
        HttpResponse<String> answer = server.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return SessionClient.json(answer.body());
    }
}
