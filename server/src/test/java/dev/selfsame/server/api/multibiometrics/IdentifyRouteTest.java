package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

@ExtendWith(ServerExtension.class)
final class IdentifyRouteTest {

    private static final String FACE = "\"Face\":[{\"Face-1\":\"" + Bodies.ANNA_AGAIN + "\"}]";
    private static final String FINGER =
            "\"Fingers\":[{\"Finger-2\":\"" + Bodies.FINGER_AGAIN + "\"}]";

    private String key = "";

    @Test
    void findsAFaceAmongOthersBestFirst(RunningServer server) {
        enrolThree(server);

        String body = identify(server, FACE);

        assertThat(body)
                .matches(
                        "\\{\"Identify\":\\{\"Candidates\":\\[\\{\"CustomID\":\"anna\","
                            + "\"ClientID\":\"[0-9]+x[0-9]{18}\",\"BioPassID\":\"1\","
                            + "\"Score\":[0-9.]+,\"FPIR\":[0-9.E-]+\\}\\],\"Searched\":2\\}\\}");
    }

    @Test
    void findsAFingerByItsNameAlone(RunningServer server) {
        enrolThree(server);

        assertThat(identify(server, FINGER)).contains("\"anna\"").doesNotContain("\"clara\"");
        assertThat(identify(server, FINGER.replace("Finger-2", "Finger-3")))
                .contains("\"Candidates\":[]");
    }

    @Test
    void joinsFaceAndFinger(RunningServer server) {
        enrolThree(server);
        double byFace = score(identify(server, FACE));
        double byFinger = score(identify(server, FINGER));

        String both = identify(server, FACE + "," + FINGER);

        assertThat(both).contains("\"CustomID\":\"anna\"").contains("\"Searched\":2");
        assertThat(score(both)).isGreaterThanOrEqualTo(Math.max(byFace, byFinger));
    }

    @Test
    void aTargetOfOneBringsEverybodyUpToTheLimit(RunningServer server) {
        enrolThree(server);

        assertThat(identify(server, FACE + ",\"TargetFPIR\":1"))
                .contains("\"anna\"")
                .contains("\"berta\"");
        assertThat(identify(server, FACE + ",\"TargetFPIR\":\"1\",\"MaxCandidates\":1"))
                .contains("\"anna\"")
                .doesNotContain("\"berta\"");
    }

    @Test
    void nobodyIsFoundWhereNobodyIs(RunningServer server) {
        key = server.newTenantKey("identify-" + Bodies.freshId().substring(5, 25));

        assertThat(identify(server, FACE + "," + FINGER))
                .isEqualTo("{\"Identify\":{\"Candidates\":[],\"Searched\":0}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"Face\":[{}]",
                "\"Face\":\"x\"",
                "\"TargetFPIR\":0.1",
                "{face},\"TargetFPIR\":0",
                "{face},\"TargetFPIR\":1.1",
                "{face},\"TargetFPIR\":-1",
                "{face},\"TargetFPIR\":\"NaN\"",
                "{face},\"TargetFPIR\":[1]",
                "{face},\"MaxCandidates\":0",
                "{face},\"MaxCandidates\":101",
                "{face},\"MaxCandidates\":1.5",
                "{face},\"MaxCandidates\":1e300",
                "{face},\"MaxCandidates\":\"many\""
            })
    void refusesWhatItCannotUnderstand(String members, RunningServer server) {
        key = server.apiKey();
        HttpResponse<String> answer = send(server, members.replace("{face}", FACE));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("Invalid JSON format");
    }

    @Test
    void refusesPicturesThatShowNobody(RunningServer server) {
        key = server.apiKey();

        assertThat(send(server, FACE.replace(Bodies.ANNA_AGAIN, Bodies.NOBODY)).body())
                .isEqualTo("Failed to extract face template");
        assertThat(send(server, FINGER.replace(Bodies.FINGER_AGAIN, Bodies.NOBODY)).body())
                .isEqualTo("Failed to extract template");
        assertThat(send(server, FACE.replace(Bodies.ANNA_AGAIN, "AAAA")).body())
                .isEqualTo("Invalid base64 string");
    }

    private void enrolThree(RunningServer server) {
        key = server.newTenantKey("identify-" + Bodies.freshId().substring(5, 25));
        enrol(
                server,
                Bodies.person(
                        "anna",
                        "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-2\":\"%s\"}]"
                                .formatted(Bodies.ANNA, Bodies.FINGER)));
        enrol(server, Bodies.face("berta", Bodies.BERTA));
        enrol(server, Bodies.finger("clara", "Finger-2", Bodies.OTHER_FINGER));
    }

    private void enrol(RunningServer server, String body) {
        assertThat(send(server, "enroll", body).statusCode()).isEqualTo(200);
    }

    private String identify(RunningServer server, String members) {
        HttpResponse<String> answer = send(server, members);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> send(RunningServer server, String members) {
        return send(server, "identify", "{\"Identify\":{" + members + "}}");
    }

    private HttpResponse<String> send(RunningServer server, String operation, String body) {
        return server.send(
                server.to("/multibiometrics/" + operation)
                        .header("Ocp-Apim-Subscription-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static double score(String body) {
        return Double.parseDouble(body.replaceAll(".*?\"Score\":([0-9.]+).*", "$1"));
    }
}
