package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.datadir.DataDirectory;

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

/** Keys, tenants, usage and audit as people and programs call them, on a server's data. */
final class TenantCommandsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void makeData() throws IOException {
        new DataDirectory(folder).create();
    }

    @Test
    void aTenantIsMadeChangedAndDeleted() {
        assertThat(run("tenants", "create", "acme", "--name", "Acme Ltd")).isZero();
        assertThat(run("tenants", "create", "acme")).isOne();
        assertThat(err.toString()).isEqualTo("selfsame: there is a tenant acme already\n");
        assertThat(run("tenants", "set", "acme", "--face-fmr", "1e-5", "--json")).isZero();
        assertThat(json().get("faceFmr").doubleValue()).isEqualTo(1e-5);
        assertThat(run("tenants", "set", "acme", "--finger-fmr", "1e-4")).isZero();
        assertThat(run("tenants", "show", "acme", "--json")).isZero();
        assertThat(json().get("faceFmr").doubleValue()).isEqualTo(1e-5);
        assertThat(json().get("fingerFmr").doubleValue()).isEqualTo(1e-4);
        assertThat(run("tenants", "set", "acme", "--face-fmr", "default", "--json")).isZero();
        assertThat(json().has("faceFmr")).isFalse();
        assertThat(run("keys", "create", "--tenant", "acme")).isZero();
        assertThat(run("tenants", "show", "acme")).isZero();
        assertThat(out.toString()).contains("Acme Ltd", "1.0E-4", "valid keys  1");

        assertThat(run("tenants", "delete", "acme")).isOne();
        assertThat(err.toString()).contains("--yes");
        assertThat(run("tenants", "delete", "acme", "--yes")).isZero();

        assertThat(run("tenants", "show", "acme")).isOne();
        assertThat(run("tenants", "list", "--json")).isZero();
        assertThat(json().get("tenants")).isEmpty();
    }

    @Test
    void usersOfThePortalAreMadeHelpedAndDeleted() {
        assertThat(run("users", "create", "ann", "--json")).isZero();
        String first = json().get("password").stringValue();
        assertThat(first).hasSize(29);
        assertThat(run("users", "create", "ann")).isOne();
        assertThat(err.toString())
                .isEqualTo("selfsame: there is a user ann already; choose another name\n");
        assertThat(run("users", "create", "bob", "--tenant", "acme")).isOne();
        assertThat(err.toString()).contains("there is no such tenant");
        run("tenants", "create", "acme");
        assertThat(run("users", "create", "bob", "--tenant", "acme")).isZero();
        assertThat(out.toString()).hasSize(30);
        assertThat(run("users", "create", "No Name")).isOne();

        assertThat(run("users", "reset", "ann", "--json")).isZero();
        assertThat(json().get("password").stringValue()).hasSize(29).isNotEqualTo(first);
        assertThat(run("users", "reset", "nobody")).isOne();
        assertThat(run("users", "list")).isZero();
        assertThat(out.toString()).contains("ADMINISTRATOR", "acme").doesNotContain("argon2");

        assertThat(run("users", "delete", "ann")).isOne();
        assertThat(err.toString()).contains("last administrator");
        assertThat(run("users", "delete", "bob")).isZero();
        assertThat(run("users", "list", "--json")).isZero();
        assertThat(json().get("users")).hasSize(1);
        assertThat(run("audit", "--json")).isZero();
        assertThat(out.toString())
                .contains("users.create", "users.reset", "users.delete", "refused");
    }

    @Test
    void aKeyIsRotatedAndTheListShowsWhenTheOldOneEnds() {
        run("keys", "create", "--name", "shop", "--scopes", "multibiometrics", "--json");
        String old = json().get("id").stringValue();
        assertThat(json().has("expires")).isFalse();

        assertThat(run("keys", "rotate", old, "--overlap", "1h", "--json")).isZero();

        JsonNode fresh = json();
        assertThat(fresh.get("name").stringValue()).isEqualTo("shop");
        assertThat(fresh.get("scopes").stringValue())
                .isEqualTo("multibiometrics-read,multibiometrics-write");
        run("keys", "list", "--json");
        JsonNode keys = json().get("keys");
        assertThat(keys.get(0).get("id").stringValue()).isEqualTo(old);
        assertThat(keys.get(0).has("expires")).isTrue();
        assertThat(keys.get(1).has("expires")).isFalse();

        // a key that ends by itself has a successor only by a clear word
        assertThat(run("keys", "rotate", old)).isOne();
        assertThat(err.toString()).contains("--expires");
        assertThat(run("keys", "rotate", old, "--overlap", "0", "--expires", "90d")).isZero();
        run("keys", "list");
        assertThat(out.toString()).contains("EXPIRES", "LAST USED", "REVOKED");
        run("keys", "list", "--json");
        assertThat(json().get("keys").get(0).has("revoked")).isTrue();
        assertThat(json().get("keys").get(2).has("expires")).isTrue();
    }

    @Test
    void whatIsDoneIsWrittenDownAndNoSecretWithIt() {
        run("tenants", "create", "acme");
        run("keys", "create", "--tenant", "acme", "--json");
        String key = json().get("apiKey").stringValue();
        String id = json().get("id").stringValue();
        String half = key.substring(0, key.length() - 1);
        assertThat(run("keys", "revoke", "--tenant", "acme", half)).isOne();
        assertThat(err.toString()).doesNotContain(half);
        assertThat(run("keys", "revoke", "--tenant", "acme", key)).isZero();
        run("tenants", "delete", "acme", "--yes");

        assertThat(run("audit", "--tenant", "acme", "--json")).isZero();

        List<String> trail = new ArrayList<>();
        json().get("audit")
                .forEach(
                        it ->
                                trail.add(
                                        it.get("actor").stringValue()
                                                + " "
                                                + it.get("action").stringValue()
                                                + " "
                                                + it.get("subject").stringValue()
                                                + " "
                                                + it.get("outcome").stringValue()));
        assertThat(trail)
                .containsExactly(
                        "cli tenants.create acme done",
                        "cli keys.create " + id + " done",
                        "cli keys.revoke - refused",
                        "cli keys.revoke " + id + " done",
                        "cli tenants.delete acme done");
        assertThat(run("audit", "--since", "2099-01-01T00:00:00Z", "--json")).isZero();
        assertThat(json().get("audit")).isEmpty();
    }

    @Test
    void usageIsPrintedInThreeForms() {
        assertThat(run("usage", "--json")).isZero();
        assertThat(json().get("usage")).isEmpty();
        assertThat(run("usage", "--csv", "--from", "2026-01-01", "--to", "2026-12-31")).isZero();
        assertThat(out.toString()).isEqualTo("tenant,day,key,operation,outcome,requests\n");
        assertThat(run("usage", "--tenant", "acme")).isZero();
        assertThat(out.toString()).startsWith("TENANT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants|create|",
                "tenants|create|Acme",
                "tenants|create|'; drop table tenant; --",
                "tenants|create|acme\u001b[31m\nx",
                "tenants|create|acme|--name|a\nb",
                "tenants|create|acme|--name| ",
                "tenants|show|../acme",
                "tenants|show|nobody",
                "tenants|delete|nobody|--yes",
                "tenants|delete|default",
                "tenants|set|nobody|--face-fmr|1e-5",
                "tenants|set|nobody|--face-fmr|0",
                "keys|create|--tenant|' or 1=1",
                "keys|create|--scopes|everything",
                "keys|create|--name|a\u0007b",
                "keys|create|--expires|1s",
                "keys|create|--expires|999999999d",
                "keys|rotate|nobody",
                "keys|rotate|x' or '1'='1",
                "keys|revoke|\u001b]0;x\u0007",
                "usage|--tenant|%",
                "usage|--from|2026-12-31|--to|2026-01-01",
                "usage|--from|-999999999-01-01",
                "usage|--to|+999999999-01-01",
                "audit|--tenant|A",
                "audit|--limit|0",
                "audit|--limit|2147483647",
                "audit|--since|+1000000000-12-31T23:59:59Z"
            })
    void whatCannotBeDoneIsSaidOnOneCleanLine(String line) {
        assertThat(run(line.split("\\|", -1))).isOne();

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("selfsame: ").hasLineCount(1);
        assertThat(err.toString().strip()).doesNotContainPattern("\\p{Cntrl}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenants",
                "tenants|create",
                "tenants|create|-acme",
                "tenants|set|acme",
                "tenants|set|acme|--face-fmr",
                "keys|rotate",
                "keys|rotate|x|--overlap=-1h",
                "keys|rotate|x|--overlap|1e9",
                "keys|rotate|x|--overlap|9999999999d",
                "keys|rotate|x|--expires|soon",
                "keys|create|--expires|-1d",
                "keys|create|--expires|",
                "usage|--from|yesterday",
                "audit|--since|2026-11-01",
                "audit|--limit|99999999999"
            })
    void misuseIsExitCodeTwo(String line) {
        assertThat(run(line.split("\\|", -1))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        if (words.length > 1 || !words[0].equals("tenants")) {
            arguments.add("--data");
            arguments.add(folder.toString());
        }
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
