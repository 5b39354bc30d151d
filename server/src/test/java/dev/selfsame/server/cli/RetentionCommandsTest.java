package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Retention and receipts at the command line, beside a server that deletes by itself too. */
final class RetentionCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WITHDRAWN =
            "{\"Purpose\":\"Door\",\"LegalBasis\":\"GDPR 9(2)(a)\","
                + "\"GivenAt\":\"2025-03-02T08:00:00Z\",\"WithdrawnAt\":\"2025-03-03T08:00:00Z\"}";

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private RunningServer start(String every) {
        return RunningServer.start(folder, Map.of("selfsame.retention.every", every));
    }

    @Test
    void whatIsDueIsForetoldThenDeletedAndProven() throws IOException {
        try (RunningServer server = start("0s")) {
            enrol(server, "anna", "");
            enrol(server, "berta", "\"Consent\":" + WITHDRAWN + ",");
            deleteWhatIsDue();
        }
    }

    private void deleteWhatIsDue() throws IOException {
        assertThat(run("retention", "run", "--dry-run", "--json")).isZero();
        assertThat(json().get("tenants")).isEmpty();
        assertThat(run("tenants", "set", "default", "--people-days", "30", "--json")).isZero();
        assertThat(json().get("peopleDays").intValue()).isEqualTo(30);
        assertThat(json().get("endedConsents").stringValue()).isEqualTo("keep");
        run("tenants", "set", "default", "--ended-consents", "delete", "--usage-days", "365");
        age();
        run("tenants", "show", "default");
        assertThat(out.toString())
                .contains("kept for 30 days", "kept for 365 days", "ended ones: delete");

        assertThat(run("retention", "run", "--dry-run", "--json")).isZero();
        assertThat(out.toString())
                .isEqualTo(
                        "{\"dryRun\":true,\"tenants\":[{\"tenant\":\"default\",\"unused\":1,"
                                + "\"consentEnded\":1,\"usageCounts\":0}],\"receipts\":0}\n");
        assertThat(count()).isEqualTo(2);
        assertThat(run("retention", "run")).isZero();

        assertThat(out.toString()).contains("2 people and 0 receipts were deleted");
        assertThat(count()).isZero();
        run("audit", "--tenant", "default");
        assertThat(out.toString())
                .contains("people.delete", "retention.run")
                .contains("unused=1 consent=1 usage=0");
        assertThat(run("receipts", "list", "--tenant", "default", "--custom-id", "berta", "--json"))
                .isZero();
        JsonNode receipts = json().get("receipts");
        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0).get("reason").stringValue()).isEqualTo("consent-ended");
        assertProven(receipts.get(0).get("id").stringValue());
        run("receipts", "list");
        assertThat(out.toString()).contains("unused", "consent-ended").hasLineCount(3);
    }

    private void assertProven(String id) throws IOException {
        assertThat(run("receipts", "show", id)).isZero();
        assertThat(out.toString()).doesNotContain("berta");
        Path file = Files.writeString(folder.resolve("receipt.json"), out.toString());
        assertThat(run("verify-signature", file.toString())).isZero();
        assertThat(out.toString()).startsWith("VALID, signed by ");
        Files.writeString(file, Files.readString(file).replace("\"fingers\":1", "\"fingers\":2"));
        assertThat(run("verify-signature", file.toString())).isOne();
    }

    @Test
    void aTenantsEndIsProvenToo() throws IOException {
        new DataDirectory(folder).create();
        run("tenants", "create", "acme");
        assertThat(run("tenants", "delete", "acme", "--yes", "--json")).isZero();
        String id = json().get("receipt").stringValue();
        assertThat(run("receipts", "show", id)).isZero();
        assertThat(out.toString()).contains("\"reason\":\"tenant-deleted\"", "\"people\":0");
        assertThat(run("receipts", "list", "--tenant", "acme", "--custom-id", "anna")).isOne();
        assertThat(err.toString()).contains("no tenant acme any more");
        run("tenants", "create", "beta");
        assertThat(run("tenants", "delete", "beta", "--yes", "--no-receipt", "--json")).isZero();
        assertThat(out.toString()).isEqualTo("{\"deleted\":\"beta\"}\n");
    }

    @Test
    void aServerDeletesByItself() {
        try (RunningServer server = start("1s")) {
            enrol(server, "anna", "");
            run("tenants", "set", "default", "--people-days", "30");
            age();

            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (count() > 0 && System.nanoTime() < deadline) {
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }

            assertThat(count()).isZero();
            run("receipts", "list", "--json");
            assertThat(json().get("receipts").get(0).get("reason").stringValue())
                    .isEqualTo("unused");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidOnOneCleanLine() throws IOException {
        new DataDirectory(folder).create();
        run("tenants", "create", "acme");
        for (String line :
                List.of(
                        "tenants|set|acme|--people-days|0",
                        "tenants|set|acme|--people-days|36501",
                        "tenants|set|acme|--people-days|ten",
                        "tenants|set|acme|--usage-days|-1",
                        "tenants|set|nobody|--people-days|10",
                        "receipts|list|--tenant|A",
                        "receipts|list|--limit|0",
                        "receipts|list|--tenant|acme|--custom-id|",
                        "receipts|show|5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11")) {
            assertThat(run(line.split("\\|", -1))).as(line).isOne();
            assertThat(out.toString()).as(line).isEmpty();
            assertThat(err.toString()).as(line).startsWith("selfsame: ").hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants|set|default|--ended-consents|DELETE",
                "receipts|list|--custom-id|anna",
                "receipts|show|x",
                "retention|run|now"
            })
    void misuseIsExitCodeTwo(String line) {
        assertThat(run(line.split("\\|", -1))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    /** Makes everybody, and the rules, older than they are. */
    private void age() {
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                folder.resolve("db/selfsame"),
                "update person set updated = timestamp with time zone '2020-01-01 00:00:00+00'");
        Databases.alter(
                DatabaseOptions.EMBEDDED,
                folder.resolve("db/selfsame"),
                "update tenant set retain_people_since ="
                        + " timestamp with time zone '2020-01-01 00:00:00+00'");
    }

    private long count() {
        run("people", "count");
        return Long.parseLong(out.toString().strip());
    }

    private static void enrol(RunningServer server, String name, String consent) {
        String body =
                "{\"Person\":{\"CustomID\":\"%s\",%s\"Fingers\":[{\"Finger-1\":\"%s\"}]}}"
                        .formatted(
                                name, consent, Base64.getEncoder().encodeToString(Fingers.png(7)));
        assertThat(server.postJson("/multibiometrics/enroll", body).statusCode()).isEqualTo(200);
    }

    private JsonNode json() {
        return JSON.readTree(out.toString());
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data");
        all.add(folder.toString());
        return Main.run(
                all.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
