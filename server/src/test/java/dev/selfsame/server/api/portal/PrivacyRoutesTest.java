package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.signing.AnswerCheck;
import dev.selfsame.server.signing.AnswerOutcome;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.TenantRetention;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

/** Retention, consent and receipts in the portal. */
@ExtendWith(ServerExtension.class)
final class PrivacyRoutesTest {

    private static final String CONSENT =
            "{\"Purpose\":\"<script>alert(1)</script>\",\"LegalBasis\":\"b\","
                + "\"GivenAt\":\"2025-03-02T08:00:00Z\",\"WithdrawnAt\":\"2025-03-03T08:00:00Z\"}";

    @Test
    void rulesAreShownChangedAndChecked(RunningServer server) {
        PortalClient user = PortalClient.of("privacy-rules", server);
        TenantPeople people = new TenantPeople(server, "privacy-rules");
        people.enroll("anna", CONSENT);
        people.enroll("berta", "null");
        String path = "/tenants/privacy-rules/retention";

        JsonNode before = user.read(path);
        JsonNode after =
                user.done(
                        "PUT",
                        path,
                        "{\"peopleDays\":730,\"usageDays\":\"400\",\"deleteEndedConsents\":false}");

        assertThat(before.get("peopleDays").isNull()).isTrue();
        assertThat(before.get("peopleSince").isNull()).isTrue();
        assertThat(before.get("receiptDays").intValue()).isEqualTo(1095);
        assertThat(before.get("consents").toString())
                .isEqualTo("{\"people\":2,\"recorded\":1,\"ended\":1}");
        assertThat(after.get("peopleDays").intValue()).isEqualTo(730);
        assertThat(after.get("peopleSince").isNull()).isFalse();
        assertThat(after.get("due").toString())
                .isEqualTo("{\"unused\":0,\"consentEnded\":0,\"usageCounts\":0}");
        for (String body :
                List.of(
                        "{}",
                        "{\"peopleDays\":0,\"deleteEndedConsents\":true}",
                        "{\"peopleDays\":36501,\"deleteEndedConsents\":true}",
                        "{\"peopleDays\":1.5,\"deleteEndedConsents\":true}",
                        "{\"peopleDays\":1e999999999,\"deleteEndedConsents\":true}",
                        "{\"usageDays\":-1,\"deleteEndedConsents\":true}",
                        "{\"usageDays\":{},\"deleteEndedConsents\":true}",
                        "{\"usageDays\":30}",
                        "{\"deleteEndedConsents\":\"perhaps\"}",
                        "{\"deleteEndedConsents\":[true]}")) {
            assertThat(user.status("PUT", path, body)).as(body).isEqualTo(400);
        }
        assertThat(
                        server.part(Tenants.class)
                                .retention("privacy-rules")
                                .map(TenantRetention::rules))
                .contains(new RetentionRules(730, 400, false));
        assertThat(user.get("/audit?action=tenants.set").body()).contains("portal:" + user.name());
        assertThat(user.get(path).body()).doesNotContain("script", "anna");
    }

    @Test
    void receiptsAreListedAndDownloadedByThoseWhoseTheyAre(RunningServer server) {
        PortalClient user = PortalClient.of("privacy-receipts", server);
        PortalClient thief = PortalClient.of("privacy-thief", server);
        PortalClient admin = PortalClient.administrator(server);
        TenantPeople people = new TenantPeople(server, "privacy-receipts");
        people.enroll("anna", CONSENT);
        String id = people.delete("anna");

        JsonNode listed = user.read("/receipts").get("receipts");
        HttpResponse<String> download = user.get("/receipts/" + id);

        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(listed.get(0).get("fingers").intValue()).isOne();
        assertThat(listed.get(0).has("signature")).isFalse();
        assertThat(listed.toString()).doesNotContain("anna");
        assertThat(download.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"receipt-" + id + ".json\"");
        assertThat(download.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(new AnswerCheck(server.part(SignatureCheck.class)).check(download.body()))
                .isInstanceOf(AnswerOutcome.AsSent.class);
        String subject = listed.get(0).get("subject").stringValue();
        assertThat(user.read("/receipts?subject=" + subject).get("receipts")).hasSize(1);
        assertThat(user.read("/receipts?subject=" + "0".repeat(32)).get("receipts")).isEmpty();

        assertThat(thief.read("/receipts").get("receipts")).isEmpty();
        assertThat(thief.read("/receipts?subject=" + subject).get("receipts")).isEmpty();
        assertThat(thief.get("/receipts?tenant=privacy-receipts").statusCode()).isEqualTo(404);
        HttpResponse<String> stolen = thief.get("/receipts/" + id);
        HttpResponse<String> unknown = thief.get("/receipts/5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11");
        assertThat(stolen.statusCode()).isEqualTo(404);
        assertThat(stolen.body()).isEqualTo(unknown.body());
        assertThat(admin.get("/receipts/" + id).statusCode()).isEqualTo(200);
        assertThat(admin.read("/receipts?tenant=privacy-receipts").get("receipts")).hasSize(1);
    }

    @Test
    void theReceiptOfATenantsEndStays(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        PortalClient.of("privacy-gone", server);

        assertThat(admin.status("DELETE", "/tenants/privacy-gone?confirm=privacy-gone", null))
                .isEqualTo(204);

        JsonNode receipt = admin.read("/receipts?tenant=privacy-gone").get("receipts").get(0);
        assertThat(receipt.get("reason").stringValue()).isEqualTo("tenant-deleted");
        assertThat(receipt.get("subject").isNull()).isTrue();
        assertThat(server.part(ReceiptStore.class).list(new ReceiptQuery("privacy-gone", null, 9)))
                .hasSize(1);
    }

    @Test
    void questionsThatAreNoneAreRefused(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        for (String path :
                List.of(
                        "/receipts?limit=0",
                        "/receipts?limit=1001",
                        "/receipts?limit=x",
                        "/receipts?subject='",
                        "/receipts?subject=%00",
                        "/receipts?subject=" + "A".repeat(32),
                        "/receipts?tenant=%00",
                        "/receipts/x",
                        "/receipts/%00",
                        "/receipts/..%2f..%2fme")) {
            assertThat(admin.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }
}
