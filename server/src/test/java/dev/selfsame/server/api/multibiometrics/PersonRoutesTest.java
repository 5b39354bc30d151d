package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;

@ExtendWith(ServerExtension.class)
final class PersonRoutesTest {

    private static final String ENROLL = "/multibiometrics/enroll";
    private static final String VERIFY = "/multibiometrics/verify";
    private static final String UPDATE = "/multibiometrics/update";
    private static final String DELETE = "/multibiometrics/delete";
    private static final String ALL_FINGERS =
            "\"Finger-1\",\"Finger-2\",\"Finger-3\",\"Finger-4\",\"Finger-5\",\"Finger-6\","
                    + "\"Finger-7\",\"Finger-8\",\"Finger-9\",\"Finger-10\"";

    private final String id = Bodies.freshId();

    @Test
    void enrollsAFace(RunningServer server) {
        HttpResponse<String> answer = server.postJson(ENROLL, Bodies.face(id, Bodies.ANNA));

        assertOk(answer);
        assertThat(answer.body()).matches(enrolled(id));
    }

    @Test
    void enrollsFaceAndFingersTogether(RunningServer server) {
        String body =
                Bodies.person(
                        id,
                        "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-1\":\"%s\",\"Finger-10\":\"%s\"}]"
                                .formatted(Bodies.ANNA, Bodies.FINGER, Bodies.OTHER_FINGER));

        assertThat(server.postJson(ENROLL, body).body()).matches(enrolled(id));

        assertThat(server.postJson(VERIFY, body).body())
                .isEqualTo(
                        verified(
                                true,
                                true,
                                ALL_FINGERS
                                        .replace("\"Finger-1\",", "")
                                        .replace(",\"Finger-10\"", "")));
    }

    @Test
    void verifiesAFaceAndListsEveryFingerThatWasNotSent(RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        HttpResponse<String> answer = server.postJson(VERIFY, Bodies.face(id, Bodies.ANNA_AGAIN));

        assertOk(answer);
        assertThat(answer.body()).isEqualTo(verified(true, true, ALL_FINGERS));
    }

    @Test
    void saysThatAnotherFaceDoesNotMatch(RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        HttpResponse<String> answer = server.postJson(VERIFY, Bodies.face(id, Bodies.BERTA));

        assertOk(answer);
        assertThat(answer.body()).isEqualTo(verified(false, false, ALL_FINGERS));
    }

    @Test
    void verifiesAFingerWithoutAFace(RunningServer server) {
        enroll(server, Bodies.finger(id, "Finger-3", Bodies.FINGER));

        HttpResponse<String> answer =
                server.postJson(VERIFY, Bodies.finger(id, "Finger-3", Bodies.FINGER_AGAIN));

        assertThat(answer.body())
                .isEqualTo(verified(true, false, ALL_FINGERS.replace("\"Finger-3\",", "")));
    }

    @Test
    void comparesFingersOfOneNameOnly(RunningServer server) {
        enroll(server, Bodies.finger(id, "Finger-3", Bodies.FINGER));

        HttpResponse<String> answer =
                server.postJson(VERIFY, Bodies.finger(id, "Finger-4", Bodies.FINGER));

        assertThat(answer.body()).isEqualTo(verified(false, false, ALL_FINGERS));
    }

    @Test
    void updatesWhatWasSentAndKeepsTheRest(RunningServer server) {
        enroll(
                server,
                Bodies.person(
                        id,
                        "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-1\":\"%s\"}]"
                                .formatted(Bodies.BERTA, Bodies.FINGER)));

        HttpResponse<String> updated = server.sendJson("PUT", UPDATE, Bodies.face(id, Bodies.ANNA));

        assertOk(updated);
        assertThat(updated.body()).matches(enrolled(id));
        assertThat(server.postJson(VERIFY, Bodies.face(id, Bodies.ANNA_AGAIN)).body())
                .contains("\"Match\":true");
        assertThat(server.postJson(VERIFY, Bodies.finger(id, "Finger-1", Bodies.FINGER)).body())
                .contains("\"Match\":true");
    }

    @Test
    void deletesAndForgets(RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        HttpResponse<String> deleted = server.sendJson("DELETE", DELETE, Bodies.nameOnly(id));

        assertOk(deleted);
        assertThat(deleted.body()).isEqualTo(Bodies.nameOnly(id));
        HttpResponse<String> after = server.postJson(VERIFY, Bodies.face(id, Bodies.ANNA));
        assertThat(after.statusCode()).isEqualTo(400);
        assertThat(after.body()).isEqualTo("Person not found");
    }

    @Test
    void deletesByTheQueryWhereTheBodyWasDropped(RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        HttpResponse<String> deleted = server.sendJson("DELETE", DELETE + "?CustomID=" + id, "");

        assertThat(deleted.body()).isEqualTo(Bodies.nameOnly(id));
    }

    @ParameterizedTest
    @CsvSource({"DELETE", "POST"})
    void refusesToDeleteWhereQueryAndBodyDisagree(String method, RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        HttpResponse<String> answer =
                server.sendJson(method, DELETE + "?CustomID=x", Bodies.nameOnly(id));

        assertThat(answer.body()).isEqualTo("Invalid JSON format");
        assertThat(server.postJson(VERIFY, Bodies.face(id, Bodies.ANNA)).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"PUT", "POST", "PATCH"})
    void updateHasSeveralMethods(String method, RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.BERTA));

        assertOk(server.sendJson(method, UPDATE, Bodies.face(id, Bodies.ANNA)));
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT", "PATCH"})
    void verifyHasSeveralMethods(String method, RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        assertOk(server.sendJson(method, VERIFY, Bodies.face(id, Bodies.ANNA)));
    }

    @Test
    void deleteMayBeAPost(RunningServer server) {
        enroll(server, Bodies.face(id, Bodies.ANNA));

        assertOk(server.postJson(DELETE, Bodies.nameOnly(id)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api", "/any/prefix", "/v1/hml-api.biopassid.com", "/"})
    void worksBelowAnyPath(String prefix, RunningServer server) {
        assertOk(server.postJson(prefix + ENROLL, Bodies.face(id, Bodies.ANNA)));
    }

    private static void enroll(RunningServer server, String body) {
        assertOk(server.postJson(ENROLL, body));
    }

    private static void assertOk(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    private static String enrolled(String id) {
        return "\\{\"Person\":\\{\"ClientID\":\"\\d{13}x\\d{18}\",\"CustomID\":\""
                + id
                + "\",\"BioPassID\":\"\\d+\"}}";
    }

    private String verified(boolean match, boolean face, String nonMatched) {
        return "{\"Person\":{\"CustomID\":\"%s\",\"Match\":%b,\"MatchDetails\":{\"FaceMatched\":%b,\"NonMatchedFingers\":[%s]}}}"
                .formatted(id, match, face, nonMatched);
    }
}
