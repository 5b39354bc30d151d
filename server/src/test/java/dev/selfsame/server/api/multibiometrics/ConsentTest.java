package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.AnswerOutcome;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;

/** Records of consent and receipts of deletions, over the wire. */
@ExtendWith(ServerExtension.class)
final class ConsentTest {

    static final String CONSENT =
            "{\"Purpose\":\"Door\",\"LegalBasis\":\"GDPR 9(2)(a)\",\"TextVersion\":\"2025-03\","
                    + "\"GivenAt\":\"2025-03-02T09:00:00+01:00\","
                    + "\"ExpiresAt\":\"2035-03-02T00:00:00Z\"}";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String AT = "\"GivenAt\":\"2025-03-02T08:00:00Z\"";
    private static final String LEAST = "\"Purpose\":\"p\",\"LegalBasis\":\"b\"," + AT;
    private static final String INVALID = "Invalid JSON format";

    static final List<String> HOSTILE =
            List.of(
                    "\"yes\"",
                    "true",
                    "1",
                    "[" + CONSENT + "]",
                    "\"" + "x".repeat(100_000) + "\"",
                    "{\"Purpose\":\"p\"}",
                    "{\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":\"p\",\"LegalBasis\":\"b\"}",
                    "{\"Purpose\":\" \",\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":{},\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":true,\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":\"" + "x".repeat(257) + "\",\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":\"" + "x".repeat(200_000) + "\",\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":\"a\\u0000b\",\"LegalBasis\":\"b\"," + AT + "}",
                    "{\"Purpose\":\"\\ud800\",\"LegalBasis\":\"b\"," + AT + "}",
                    "{" + LEAST + ",\"TextSha256\":\"abc\"}",
                    "{" + LEAST + ",\"TextVersion\":[1]}",
                    "{" + LEAST + ",\"WithdrawAt\":\"2025-03-03T08:00:00Z\"}",
                    "{" + LEAST + ",\"ExpiresAt\":\"2025-03-02T08:00:00Z\"}",
                    "{" + LEAST + ",\"ExpiresAt\":\"2200-01-01T00:00:00Z\"}",
                    "{" + LEAST + ",\"ExpiresAt\":\"+999999999-12-31T23:59:59Z\"}",
                    "{" + LEAST + ",\"ExpiresAt\":1893456000}",
                    "{" + LEAST + ",\"ExpiresAt\":1e999999999}",
                    "{" + LEAST + ",\"ExpiresAt\":\"2030-02-30T00:00:00Z\"}",
                    "{" + LEAST + ",\"ExpiresAt\":\"2030-01-01\"}",
                    "{" + LEAST + ",\"ExpiresAt\":\"2030-01-01T00:00:00\"}",
                    "{" + LEAST + ",\"WithdrawnAt\":\"2025-03-01T00:00:00Z\"}",
                    "{" + LEAST + ",\"WithdrawnAt\":\"2199-01-01T00:00:00Z\"}",
                    "{\"Purpose\":\"p\",\"LegalBasis\":\"b\",\"GivenAt\":\"2199-01-01T00:00:00Z\"}",
                    "{\"Purpose\":\"p\",\"LegalBasis\":\"b\","
                            + "\"GivenAt\":\"-999999999-01-01T00:00:00Z\"}",
                    "{\"Purpose\":\"p\",\"LegalBasis\":\"b\",\"GivenAt\":\"yesterday\"}",
                    "{\"Purpose\":\"p\",\"Purpose\":\"q\",\"LegalBasis\":\"b\"," + AT + "}");

    @Test
    void isKeptReadAndReplacedWithoutShowingInOtherAnswers(RunningServer server) {
        String id = Bodies.freshId();
        String body = with(id, CONSENT, Bodies.FINGER);

        HttpResponse<String> enrolled = server.postJson("/multibiometrics/enroll", body);

        assertThat(enrolled.statusCode()).isEqualTo(200);
        assertThat(enrolled.body()).doesNotContain("Consent");
        assertThat(read(server, id))
                .isEqualTo(
                        "{\"Person\":{\"CustomID\":\"%s\",\"Consent\":%s}}"
                                .formatted(
                                        id,
                                        CONSENT.replace(
                                                "2025-03-02T09:00:00+01:00",
                                                "2025-03-02T08:00:00Z")));
        // an update without one keeps it, one with another replaces it
        server.sendJson(
                "PUT", "/multibiometrics/update", Bodies.finger(id, "Finger-1", Bodies.FINGER));
        assertThat(read(server, id)).contains("2025-03");
        server.sendJson(
                "PUT", "/multibiometrics/update", with(id, "{" + LEAST + "}", Bodies.FINGER));
        assertThat(read(server, id)).doesNotContain("2025-03\"").contains("\"Purpose\":\"p\"");

        HttpResponse<String> withdrawn =
                server.sendJson(
                        "PUT",
                        "/multibiometrics/consent",
                        Bodies.person(
                                id,
                                "\"Consent\":{"
                                        + LEAST
                                        + ",\"WithdrawnAt\":\"2025-04-01T00:00:00Z\"}"));

        assertThat(withdrawn.statusCode()).isEqualTo(200);
        assertThat(read(server, id))
                .isEqualTo(withdrawn.body())
                .contains("\"WithdrawnAt\":\"2025-04-01T00:00:00Z\"");
        HttpResponse<String> verified =
                server.postJson(
                        "/multibiometrics/verify", with(id, "\"anything\"", Bodies.FINGER_AGAIN));
        assertThat(verified.body()).contains("\"Match\":true").doesNotContain("Consent");
    }

    @Test
    void whoHasNoneAndWhoIsNobodyAreToldApart(RunningServer server) {
        String id = Bodies.freshId();
        for (String nothing : List.of("null", "{}", "\"\"", "[]")) {
            server.postJson("/multibiometrics/enroll", with(id, nothing, Bodies.FINGER));
        }

        assertThat(read(server, id)).isEqualTo("{\"Person\":{\"CustomID\":\"" + id + "\"}}");
        assertThat(read(server, Bodies.freshId())).isEqualTo("Person not found");
        HttpResponse<String> set =
                server.sendJson(
                        "PUT",
                        "/multibiometrics/consent",
                        Bodies.person(Bodies.freshId(), "\"Consent\":" + CONSENT));
        assertThat(set.body()).isEqualTo("Person not found");
        assertThat(server.sendJson("PUT", "/multibiometrics/consent", Bodies.nameOnly(id)).body())
                .isEqualTo(INVALID);
        assertThat(server.postJson("/multibiometrics/consent", "{\"Person\":{}}").body())
                .isEqualTo("CustomID is mandatory");
    }

    @ParameterizedTest
    @FieldSource("HOSTILE")
    void whatIsNoConsentIsRefusedAndNothingIsKept(String consent, RunningServer server) {
        String id = Bodies.freshId();

        HttpResponse<String> enrolled =
                server.postJson("/multibiometrics/enroll", with(id, consent, Bodies.FINGER));
        HttpResponse<String> set =
                server.sendJson(
                        "PUT",
                        "/multibiometrics/consent",
                        Bodies.person(id, "\"Consent\":" + consent));

        assertThat(enrolled.statusCode()).isEqualTo(400);
        assertThat(enrolled.body()).isEqualTo(INVALID);
        assertThat(set.body()).isEqualTo(INVALID);
        assertThat(read(server, id)).isEqualTo("Person not found");
    }

    @Test
    void aDeletionAnswersAsEverAndNamesItsReceipt(RunningServer server) {
        String id = Bodies.freshId();
        String both =
                Bodies.person(
                        id,
                        "\"Consent\":%s,\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-1\":\"%s\",\"Finger-7\":\"%s\"}]"
                                .formatted(
                                        CONSENT, Bodies.ANNA, Bodies.FINGER, Bodies.OTHER_FINGER));
        assertThat(server.postJson("/multibiometrics/enroll", both).statusCode()).isEqualTo(200);

        HttpResponse<String> deleted =
                server.sendJson("DELETE", "/multibiometrics/delete", Bodies.nameOnly(id));

        assertThat(deleted.body()).isEqualTo(Bodies.nameOnly(id));
        String receipt = deleted.headers().firstValue("Selfsame-Receipt").orElseThrow();
        HttpResponse<String> answer = receipt(server, server.apiKey(), receipt);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.body()).doesNotContain(id);
        JsonNode said = JSON.readTree(answer.body());
        assertThat(said.get("reason").stringValue()).isEqualTo("request");
        assertThat(said.get("faces").intValue()).isOne();
        assertThat(said.get("fingers").intValue()).isEqualTo(2);
        assertThat(said.get("consents").intValue()).isOne();
        assertThat(said.get("pictures").intValue()).isZero();
        assertThat(new AnswerCheck(server.part(SignatureCheck.class)).check(answer.body()))
                .isInstanceOf(AnswerOutcome.AsSent.class);
        assertThat(
                        server.part(AuditTrail.class)
                                .list(new AuditQuery(Tenant.DEFAULT_ID, "people.delete", null, 1))
                                .getFirst()
                                .subject())
                .isEqualTo(said.get("subject").stringValue());
        HttpResponse<String> again =
                server.sendJson("DELETE", "/multibiometrics/delete", Bodies.nameOnly(id));
        assertThat(again.headers().firstValue("Selfsame-Receipt")).isEmpty();
        assertThat(
                        server.part(ReceiptStore.class)
                                .list(new ReceiptQuery(null, said.get("subject").stringValue(), 9)))
                .hasSize(1);
    }

    @Test
    void aReceiptIsForItsTenantAlone(RunningServer server) {
        String theirs = server.newTenantKey("receipt-theirs");
        String mine = server.newTenantKey("receipt-mine");
        send(server, theirs, "POST", "enroll", Bodies.finger("1", "Finger-1", Bodies.FINGER));
        String receipt =
                send(server, theirs, "DELETE", "delete", Bodies.nameOnly("1"))
                        .headers()
                        .firstValue("Selfsame-Receipt")
                        .orElseThrow();

        HttpResponse<String> stolen = receipt(server, mine, receipt);

        assertThat(receipt(server, theirs, receipt).statusCode()).isEqualTo(200);
        assertThat(stolen.statusCode()).isEqualTo(404);
        for (String id :
                List.of(
                        "",
                        "1",
                        receipt.substring(1),
                        "00000000-0000-0000-0000-000000000000",
                        "%00",
                        "'%20or%20'1'='1",
                        "x".repeat(3000))) {
            HttpResponse<String> unknown = receipt(server, mine, id);
            assertThat(unknown.statusCode()).as(id).isEqualTo(404);
            assertThat(unknown.body()).isEqualTo(stolen.body());
        }
        assertThat(server.get("/multibiometrics/receipt?ID=" + receipt).statusCode())
                .isEqualTo(401);
    }

    private static String with(String id, String consent, String finger) {
        return Bodies.person(
                id, "\"Consent\":" + consent + ",\"Fingers\":[{\"Finger-1\":\"" + finger + "\"}]");
    }

    private static String read(RunningServer server, String id) {
        return server.postJson("/multibiometrics/consent", Bodies.nameOnly(id)).body();
    }

    private static HttpResponse<String> receipt(RunningServer server, String key, String id) {
        return server.get("/multibiometrics/receipt?ID=" + id, "Ocp-Apim-Subscription-Key", key);
    }

    private static HttpResponse<String> send(
            RunningServer server, String key, String method, String operation, String body) {
        return server.send(
                server.to("/multibiometrics/" + operation)
                        .header("Ocp-Apim-Subscription-Key", key)
                        .method(method, BodyPublishers.ofString(body)));
    }
}
