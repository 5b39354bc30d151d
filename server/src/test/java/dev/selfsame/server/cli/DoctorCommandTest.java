package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.server.licence.LicenceReport;
import dev.selfsame.server.testing.Authority;
import dev.selfsame.server.testing.Authority.Issued;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The doctor, and the lists of settings and licences, as people and programs call them. */
final class DoctorCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;
    @TempDir private Path tls;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsNothingWrongBeforeTheFirstStartAndMakesNothing() throws Exception {
        Path data = folder.resolve("data");

        assertThat(
                        run(
                                "doctor",
                                "--data",
                                data.toString(),
                                "--port",
                                "0",
                                "--config",
                                settingsWithTls()))
                .as(out.toString())
                .isZero();

        assertThat(folder).isEmptyDirectory();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString().lines())
                .contains(
                        "ok       data directory: " + data + " will be made at the first start",
                        "ok       master key: will be made at the first start",
                        "ok       settings: every setting is known and in its range")
                .anyMatch(it -> it.startsWith("ok       golden vector: "))
                .anyMatch(it -> it.startsWith("ok       tls: the certificate for localhost, "))
                .noneMatch(it -> it.contains("without TLS"))
                .last()
                .asString()
                .endsWith(", failed: 0");
    }

    private String settingsWithTls() throws Exception {
        Issued issued = new Authority("authority").issue();
        Path certificate = tls.resolve("certificate.pem");
        Path key = tls.resolve("key.pem");
        Files.writeString(certificate, issued.certificatePem());
        Files.writeString(key, issued.keyPem());
        return Files.writeString(
                        tls.resolve("settings.yaml"),
                        "selfsame:\n  host: 0.0.0.0\n  tls:\n    certificate: %s\n    private-key: %s\n"
                                .formatted(certificate, key))
                .toString();
    }

    @Test
    void tellsProgramsWhatToDo() throws IOException {
        Path file = folder.resolve("selfsame.yaml");
        Files.writeString(file, "selfsame.unknown: hush\n");

        int exit =
                run(
                        "doctor",
                        "--json",
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        file.toString());

        assertThat(exit).isOne();
        assertThat(out.toString()).doesNotContain("hush").hasLineCount(1);
        JsonNode answer = JSON.readTree(out.toString());
        assertThat(answer.get("healthy").booleanValue()).isFalse();
        List<JsonNode> failed =
                answer.get("findings")
                        .valueStream()
                        .filter(it -> it.get("verdict").asString().equals("failed"))
                        .toList();
        assertThat(failed).hasSize(1);
        assertThat(failed.getFirst().get("subject").asString()).isEqualTo("settings");
        assertThat(failed.getFirst().get("found").asString())
                .startsWith("there is no setting selfsame.unknown");
        assertThat(failed.getFirst().get("advice").asString()).isNotEmpty();
    }

    @Test
    void listsSettings() {
        assertThat(run("settings")).isZero();
        assertThat(out.toString())
                .contains("selfsame.port (number, 0..65535)\n    default: 8080\n")
                .doesNotContain("](", "`");
    }

    @Test
    void renewsTablesOfADocumentThatHasTheirMarks() throws IOException {
        Path document = folder.resolve("settings.md");
        Files.writeString(
                document,
                "<!-- settings: selfsame -->\nan outworn line\n<!-- end of settings -->\n");

        assertThat(run("settings", "--renew", document.toString())).isZero();

        assertThat(Files.readString(document))
                .contains("\n| `selfsame.port` | number | `8080` | 0..65535 | ")
                .doesNotContain("outworn");
        Files.writeString(document, "nothing");
        assertThat(run("settings", "--renew", document.toString())).isEqualTo(3);
        assertThat(Files.readString(document)).isEqualTo("nothing");
    }

    @Test
    void listsLicences() {
        assumeTrue(LicenceReport.ofThisProgram().isPresent(), "built offline");
        assertThat(run("licences")).isZero();
        assertThat(out.toString())
                .startsWith("What Selfsame ")
                .contains("com.h2database:h2 ", "  qr ")
                .doesNotContain("NOT ALLOWED");
    }

    private int run(String... words) {
        return Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
