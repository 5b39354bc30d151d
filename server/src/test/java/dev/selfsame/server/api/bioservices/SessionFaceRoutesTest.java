package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

@ExtendWith(ServerExtension.class)
final class SessionFaceRoutesTest {

    @Test
    void readsThePictureAndShowsTheFaceAtOnce(RunningServer server) throws Exception {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        byte[] picture = Faces.anna();

        JsonNode face = client.read(client.add(session, picture));

        assertThat(face.get("digest").asString())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(picture)));
        assertThat(face.get("mode").asString()).isEqualTo("SELFSAME_F1");
        assertThat(face.get("quality").asInt()).isPositive();
        assertThat(face.get("landmarks").get("eyes").get("x1").asDouble()).isPositive();
        assertThat(face.get("template").asString()).matches("[A-Za-z0-9_-]+={0,2}");
        assertThat(face.get("templateVersion").asInt()).isPositive();
        assertThat(face.get("expires").asString())
                .isEqualTo(client.read(session).get("expires").asString());
        assertThat(face.has("imageRotationEnabled")).isFalse();
        assertThat(face.has("friendlyName")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"imageType\":\"ID_DOCUMENT\",\"friendlyName\":\"<b>Anna</b> \\\"ü\\\" 😀\","
                        + "\"imageRotationEnabled\":\"true\",\"mode\":\"F5_1_VID0\"}",
                "[{\"imageType\":\"ID_DOCUMENT\",\"friendlyName\":\"<b>Anna</b> \\\"ü\\\" 😀\","
                        + "\"imageRotationEnabled\":true,\"mode\":\"F5_3_VID60\",\"x\":1}]"
            })
    void takesTheDescriptionAsDocumentedClientsSendIt(String json, RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        MultipartBody body =
                MultipartBody.mixed()
                        .part(
                                "Content-Disposition: attachment; name=\"face\";"
                                        + " filename=\"face.json\"",
                                json.getBytes(StandardCharsets.UTF_8))
                        .part(
                                "Content-Disposition: attachment; name=\"image\";"
                                        + " filename=\"a.jpg\"\r\nContent-Type: image/jpeg",
                                Faces.annaTurned());

        HttpResponse<String> answer = client.post(session + "/faces", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode face = client.read(session + "/faces").get(0);
        assertThat(face.get("friendlyName").asString()).isEqualTo("<b>Anna</b> \"ü\" 😀");
        assertThat(face.get("imageType").asString()).isEqualTo("ID_DOCUMENT");
        assertThat(face.get("imageRotationEnabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aFaceIsFoundAtEveryTurnWhereThatIsAskedFor(int quarters, RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        String upright = client.add(session, Faces.annaAgain());
        MultipartBody body =
                MultipartBody.formData()
                        .text("face", "{\"imageType\":\"SELFIE\",\"imageRotationEnabled\":true}")
                        .file("image", Faces.annaTurned(quarters));

        assertThat(client.post(session + "/faces", body).statusCode()).isEqualTo(201);

        assertThat(client.read(upright + "/matches").get(0).get("score").asDouble())
                .isGreaterThan(3500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{",
                "[{},{}]",
                "{\"imageType\":\"PASSPORT\"}",
                "{\"imageType\":7}",
                "{\"imageType\":\"SELFIE\",\"imageRotationEnabled\":\"maybe\"}",
                "{\"imageType\":\"SELFIE\",\"friendlyName\":[]}"
            })
    void refusesADescriptionThatIsNone(String json, RunningServer server) {
        SessionClient client = SessionClient.of(server);
        MultipartBody body =
                MultipartBody.formData().text("face", json).file("image", Faces.anna());

        HttpResponse<String> answer = client.post(client.open("{}") + "/faces", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"");
    }

    @Test
    void saysWhatIsWrongWithAPicture(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String faces = client.open("{}") + "/faces";

        assertThat(message(client.post(faces, SessionClient.face(Faces.nobody(), "SELFIE"))))
                .startsWith("image: no face found");
        assertThat(message(client.post(faces, SessionClient.face(Faces.group(), "SELFIE"))))
                .startsWith("image: 3 faces found");
        assertThat(message(client.post(faces, SessionClient.face(new byte[9], "SELFIE"))))
                .startsWith("image: not a readable picture");
        assertThat(message(client.post(faces, SessionClient.face(new byte[0], "SELFIE"))))
                .startsWith("image: empty");
        assertThat(client.read(faces)).isEmpty();
    }

    @Test
    void aFaceThatWasAnsweredCanBeSentAgain(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String first = client.open("{}");
        JsonNode anna = client.read(client.add(first, Faces.anna()));
        String second = client.open("{}");
        client.add(second, Faces.annaAgain());

        HttpResponse<String> answer = client.send("POST", second + "/faces", anna.toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String path = "/bioserver-app" + answer.headers().firstValue("Location").orElseThrow();
        JsonNode again = client.read(path);
        assertThat(again.get("id")).isNotEqualTo(anna.get("id"));
        for (String member :
                new String[] {"digest", "quality", "landmarks", "template", "mode", "imageType"}) {
            assertThat(again.get(member)).as(member).isEqualTo(anna.get(member));
        }
        assertThat(client.read(path + "/matches").get(0).get("score").asDouble())
                .isGreaterThan(4000);
    }

    @Test
    void aTemplateThatCannotBeComparedIsRefused(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        ObjectNode face = (ObjectNode) client.read(client.add(session, Faces.anna()));
        face.remove("signature");
        String template = face.get("template").asString();

        assertRefused(client, session, face.deepCopy().put("template", ""), "template: missing");
        assertRefused(client, session, face.deepCopy().put("template", "%%"), "not base64");
        assertRefused(
                client,
                session,
                face.deepCopy().put("template", "EQAAAJQDAAACAAE09Uo_fRIyJzdWIiOiJ0ZAEAAQDAAAC"),
                "not made by this software");
        char other = template.charAt(100) == 'A' ? 'B' : 'A';
        assertRefused(
                client,
                session,
                face.deepCopy()
                        .put(
                                "template",
                                template.substring(0, 100) + other + template.substring(101)),
                "altered");
        assertRefused(
                client, session, face.deepCopy().put("templateVersion", 92), "templateVersion: 92");
        assertRefused(
                client, session, face.deepCopy().put("imageType", "X"), "imageType: not a known");
        assertRefused(client, session, face.deepCopy().put("digest", "x"), "digest: not");
        assertRefused(client, session, face.deepCopy().put("landmarks", "x"), "landmarks: not an");
    }

    @Test
    void aFaceThatWasAlteredSinceItWasSignedIsRefused(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        ObjectNode anna = (ObjectNode) client.read(client.add(session, Faces.anna()));
        ObjectNode berta = (ObjectNode) client.read(client.add(session, Faces.berta()));

        ObjectNode mixed = anna.deepCopy();
        mixed.set("template", berta.get("template"));
        assertRefused(client, session, mixed, "template is not what was signed");
        assertRefused(
                client,
                session,
                anna.deepCopy().put("quality", 999),
                "quality is not what was signed");
        assertRefused(
                client,
                session,
                anna.deepCopy().put("signature", "eyJhbGciOiJub25lIn0.e30."),
                "signature: ");
        String signature = anna.get("signature").asString();
        assertRefused(
                client,
                session,
                anna.deepCopy().put("signature", signature.substring(0, signature.length() - 9)),
                "signature: ");
        assertThat(client.send("POST", session + "/faces", anna.toString()).statusCode())
                .isEqualTo(201);
        anna.remove("signature");
        assertThat(client.send("POST", session + "/faces", anna.toString()).statusCode())
                .isEqualTo(201);
    }

    private static void assertRefused(
            SessionClient client, String session, ObjectNode face, String why) {
        HttpResponse<String> answer = client.send("POST", session + "/faces", face.toString());
        assertThat(answer.statusCode()).as(why).isEqualTo(400);
        assertThat(message(answer)).contains(why);
    }

    @Test
    void matchesAreBestFirstAndComplete(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{\"correlationId\":\"c\",\"evidenceId\":\"e\"}");
        String anna = client.add(session, Faces.anna());
        String berta = client.add(session, Faces.berta());
        String again = client.add(session, Faces.annaAgain());

        JsonNode matches = client.read(anna + "/matches");

        assertThat(matches).hasSize(2);
        assertThat(matches.get(0).get("candidate").get("id").asString()).isEqualTo(id(again));
        assertThat(matches.get(1).get("candidate").get("id").asString()).isEqualTo(id(berta));
        assertThat(matches.get(0).get("score").asDouble()).isGreaterThan(4000);
        assertThat(matches.get(1).get("score").asDouble()).isLessThan(3000);
        for (JsonNode match : matches) {
            assertThat(match.get("reference").get("id").asString()).isEqualTo(id(anna));
            assertThat(match.get("reference").has("template")).isFalse();
            assertThat(match.get("candidate").has("template")).isFalse();
            assertThat(match.get("correlationId").asString()).isEqualTo("c");
            assertThat(match.get("evidenceId").asString()).isEqualTo("e");
            assertThat(match.has("expires")).isTrue();
            double score = match.get("score").asDouble();
            double percent = match.get("falseAcceptanceRate").asDouble();
            assertThat(score)
                    .isCloseTo(
                            2500 - 500 * Math.log10(percent),
                            org.assertj.core.data.Offset.offset(1e-6));
        }
        assertThat(client.read(anna + "/matches").get(0).get("created"))
                .isEqualTo(matches.get(0).get("created"));
    }

    @Test
    void aFaceAloneHasNoMatches(RunningServer server) {
        SessionClient client = SessionClient.of(server);

        assertThat(client.get(client.add(client.open("{}"), Faces.anna()) + "/matches").body())
                .isEqualTo("[]");
    }

    @Test
    void deletesOneAndAll(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");
        String anna = client.add(session, Faces.anna());
        String berta = client.add(session, Faces.berta());
        client.read(anna + "/matches");

        assertThat(client.delete(berta).statusCode()).isEqualTo(204);

        assertThat(client.delete(berta).statusCode()).isEqualTo(404);
        assertThat(client.get(berta).body()).contains("\"message\":\"Face not found\"");
        assertThat(client.get(anna + "/matches").body()).isEqualTo("[]");
        assertThat(client.delete(session + "/faces").statusCode()).isEqualTo(204);
        assertThat(client.get(session + "/faces").body()).isEqualTo("[]");
        assertThat(client.delete(session + "/faces").statusCode()).isEqualTo(204);
    }

    @Test
    void aGetWithATypeAndNoBodyIsFine(RunningServer server) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{}");

        assertThat(client.get(session).statusCode()).isEqualTo(200);
        assertThat(client.get(session + "/faces").statusCode()).isEqualTo(200);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String message(HttpResponse<String> answer) {
        return SessionClient.json(answer.body()).get("message").asString();
    }
}
