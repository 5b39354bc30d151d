package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.Databases;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chain of the audit trail as people and programs check it. */
final class AuditCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ZEROS = "0".repeat(64);

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void makeData() throws IOException {
        new DataDirectory(folder).create();
    }

    @Test
    void aHeadThatWasKeptIsFoundAgainUntilTheTrailIsCutOff() {
        assertThat(run("audit", "head")).isZero();
        assertThat(out.toString().strip()).isEqualTo("0:" + ZEROS);
        run("tenants", "create", "acme");
        run("tenants", "delete", "acme", "--yes");
        run("audit", "head");
        String head = out.toString().strip();

        run("tenants", "create", "beta");
        assertThat(run("audit", "verify", "--head", head)).isZero();
        assertThat(out.toString()).startsWith("3 entries are whole; the last is\n3:");
        assertThat(run("audit", "verify", "--from", head, "--json")).isZero();
        assertThat(json().get("entries").intValue()).isOne();

        alter("delete from audit_entry where seq > 1");
        alter("update audit_head set seq = 1, hash = (select hash from audit_entry)");
        assertThat(run("audit", "verify")).isZero();
        assertThat(run("audit", "verify", "--head", head)).isOne();
        assertThat(err.toString())
                .isEqualTo(
                        "selfsame: cut-off: entry 2: there are no entries 2 to 2;"
                                + " 1 entries before it are whole\n");
    }

    @Test
    void programsAreToldWhatIsWrong() {
        run("tenants", "create", "acme");
        run("tenants", "create", "beta");
        run("tenants", "create", "gamma");
        assertThat(run("audit", "verify", "--json")).isZero();
        assertThat(json().get("whole").booleanValue()).isTrue();
        assertThat(json().has("fault")).isFalse();
        JsonNode last = json().get("last");
        run("audit", "head", "--json");
        assertThat(json()).isEqualTo(last);

        alter("update audit_entry set subject = 'hush' where seq = 2");

        assertThat(run("audit", "verify", "--json")).isOne();
        assertThat(json().get("whole").booleanValue()).isFalse();
        assertThat(json().get("fault").stringValue()).isEqualTo("altered");
        assertThat(json().get("sequence").intValue()).isEqualTo(2);
        assertThat(json().get("entries").intValue()).isOne();
        assertThat(json().get("last").get("sequence").intValue()).isOne();
        assertThat(out.toString() + err).doesNotContain("hush");
    }

    @Test
    void aHeadThatIsGoneIsSaid() {
        run("tenants", "create", "acme");
        alter("delete from audit_head");

        assertThat(run("audit", "head")).isOne();
        assertThat(err.toString()).contains("audit verify").hasLineCount(1);
        assertThat(run("audit", "verify")).isOne();
        assertThat(err.toString()).startsWith("selfsame: head: entry 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit|verify|--head",
                "audit|verify|--head|",
                "audit|verify|--head|3",
                "audit|verify|--head|-1:x",
                "audit|verify|--from|'; drop table audit_entry",
                "audit|verify|more",
                "audit|--tenant|acme|verify",
                "audit|--json|head",
                "audit|tail"
            })
    void misuseIsExitCodeTwo(String line) {
        assertThat(run(line.split("\\|", -1))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("selfsame: ").hasLineCount(1);
    }

    private void alter(String sql) {
        Databases.alter(DatabaseOptions.EMBEDDED, new DataDirectory(folder).database(), sql);
    }

    private int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--data");
        arguments.add(folder.toString());
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(
                arguments.toArray(String[]::new),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
    }

    private JsonNode json() {
        assertThat(out.toString().lines()).as(err.toString()).hasSize(1);
        return JSON.readTree(out.toString());
    }
}
