package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;
import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageMeter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the portal's page asks and changes. */
@ExtendWith(ServerExtension.class)
final class PortalRoutesTest {

    private static final String CAPABILITIES = "/bioserver-app/v2/capabilities";
    private static final String SCRIPT = "<script>alert('1')</script>\"\\ & ü";

    @Test
    void tenantsAreMadeSeenAndDeleted(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        String body = PortalClient.JSON.writeValueAsString(Map.of("id", "route-a", "name", SCRIPT));

        JsonNode made = admin.done("POST", "/tenants", body);

        assertThat(made.get("id").stringValue()).isEqualTo("route-a");
        assertThat(made.get("name").stringValue()).isEqualTo(SCRIPT);
        assertThat(made.get("people").intValue()).isZero();
        HttpResponse<String> list = admin.get("/tenants");
        assertThat(list.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(texts(PortalClient.JSON.readTree(list.body()).get("tenants"), "name"))
                .contains(SCRIPT);
        assertThat(admin.status("POST", "/tenants", body)).isEqualTo(409);
        assertThat(admin.status("POST", "/tenants", "{\"id\":\"No Id\"}")).isEqualTo(400);
        assertThat(admin.status("POST", "/tenants", "{\"id\":\"x\",\"name\":\"a\\nb\"}"))
                .isEqualTo(400);
        PortalClient user = PortalClient.of("route-a", server);
        assertThat(user.me().get("tenant").stringValue()).isEqualTo("route-a");

        assertThat(admin.status("DELETE", "/tenants/route-a", null)).isEqualTo(400);
        assertThat(admin.status("DELETE", "/tenants/route-a?confirm=route", null)).isEqualTo(400);
        assertThat(admin.status("DELETE", "/tenants/route-a?confirm=route-a", null)).isEqualTo(204);

        assertThat(admin.status("DELETE", "/tenants/route-a?confirm=route-a", null)).isEqualTo(404);
        // its users went with it
        assertThat(user.get("/me").statusCode()).isEqualTo(401);
        assertThat(admin.status("POST", "/tenants", body)).isEqualTo(400);
    }

    @Test
    void aKeyIsShownOnceReplacedAndRevoked(RunningServer server) {
        PortalClient user = PortalClient.of("route-keys", server);
        assertThat(texts(user.read("/tenants/route-keys/keys").get("scopes")))
                .contains("match", "capture")
                .doesNotContain("all", "metrics");

        JsonNode made =
                user.done(
                        "POST",
                        "/tenants/route-keys/keys",
                        PortalClient.JSON.writeValueAsString(
                                Map.of(
                                        "name",
                                        SCRIPT,
                                        "scopes",
                                        List.of("match", "sessions"),
                                        "days",
                                        30)));

        String text = made.get("key").stringValue();
        String id = made.get("id").stringValue();
        assertThat(server.get(CAPABILITIES, "apikey", text).statusCode()).isEqualTo(200);
        HttpResponse<String> list = user.get("/tenants/route-keys/keys");
        assertThat(list.body()).doesNotContain(text, text.substring(text.lastIndexOf('_')));
        JsonNode key = PortalClient.JSON.readTree(list.body()).get("keys").get(0);
        assertThat(key.get("name").stringValue()).isEqualTo(SCRIPT);
        assertThat(texts(key.get("scopes")))
                .containsExactly("match", "sessions-read", "sessions-write");
        assertThat(key.get("expires").isNull()).isFalse();
        assertThat(key.get("revoked").isNull()).isTrue();

        String path = "/tenants/route-keys/keys/" + id;
        String next =
                user.done("POST", path + "/rotate", "{\"graceHours\":1}").get("key").stringValue();
        assertThat(server.get(CAPABILITIES, "apikey", next).statusCode()).isEqualTo(200);
        assertThat(server.get(CAPABILITIES, "apikey", text).statusCode()).isEqualTo(200);
        assertThat(user.status("DELETE", path, null)).isEqualTo(204);
        assertThat(server.get(CAPABILITIES, "apikey", text).statusCode()).isEqualTo(401);
        assertThat(user.status("DELETE", path, null)).isEqualTo(409);
        assertThat(user.status("POST", path + "/rotate", "{}")).isEqualTo(409);
        assertThat(trail(user, "keys.create")).contains(user.name(), id).doesNotContain(text);
        assertThat(trail(user, "keys.revoke")).contains("portal:" + user.name(), id);
    }

    @Test
    void aTenantsUserMakesNoKeyThatSeesTheWholeServer(RunningServer server) {
        PortalClient user = PortalClient.of("route-scopes", server);
        String path = "/tenants/route-scopes/keys";
        for (String scopes :
                List.of("[]", "\"match\"", "[1]", "[\"nothing\"]", "[\"match\"],\"days\":0")) {
            String body = "{\"name\":\"x\",\"scopes\":" + scopes + "}";
            assertThat(user.status("POST", path, body)).as(body).isEqualTo(400);
        }
        for (String scopes : List.of("[\"all\"]", "[\"match\",\"metrics\"]", "[\"m,all\"]")) {
            String body = "{\"name\":\"x\",\"scopes\":" + scopes + "}";
            assertThat(user.status("POST", path, body)).as(body).isIn(400, 403);
        }
        assertThat(user.status("POST", path, "{\"scopes\":[\"match\"]}")).isEqualTo(400);
        assertThat(user.read(path).get("keys")).isEmpty();
    }

    @Test
    void norDoesItGetOneByReplacingAnother(RunningServer server) {
        PortalClient user = PortalClient.of("route-rotate", server);
        String id = server.part(ApiKeys.class).issue("route-rotate", "x", Scopes.ALL).key().id();
        String path = "/tenants/route-rotate/keys/" + id;

        assertThat(user.status("POST", path + "/rotate", "{}")).isEqualTo(403);
        PortalClient admin = PortalClient.administrator(server);
        assertThat(admin.status("POST", path + "/rotate", "{}")).isEqualTo(201);
        assertThat(user.status("DELETE", path, null)).isEqualTo(204);
    }

    @Test
    void usageIsListedAndExportedWithoutFormulas(RunningServer server) {
        PortalClient user = PortalClient.of("route-usage", server);
        String name = "=HYPERLINK(\"http://evil.example\",\"x\")";
        String id =
                server.part(ApiKeys.class)
                        .issue("route-usage", name, Scopes.parse("match"))
                        .key()
                        .id();
        LocalDate day = LocalDate.of(2026, 11, 1);
        for (Outcome outcome : List.of(Outcome.OK, Outcome.OK, Outcome.FAILED)) {
            server.part(UsageMeter.class)
                    .count(new Counted("route-usage", day, id, "bioservices.match", outcome));
        }
        String range = "?from=2026-11-01&to=2026-11-30";

        JsonNode rows = user.read("/tenants/route-usage/usage" + range).get("rows");

        assertThat(rows.get(1).toString())
                .isEqualTo(
                        "{\"day\":\"2026-11-01\",\"key\":\"%s\",\"operation\":\"bioservices.match\",\"outcome\":\"ok\",\"requests\":2}"
                                .formatted(id));
        HttpResponse<String> csv = user.get("/tenants/route-usage/usage.csv" + range);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"usage-route-usage.csv\"");
        assertThat(csv.body())
                .startsWith("day,key,name,operation,outcome,requests\r\n2026-11-01," + id)
                .contains(",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"x\"\")\",");
        assertThat(user.read("/tenants/route-usage/usage?to=2025-01-01").get("rows")).isEmpty();
    }

    @Test
    void rangesThatAreNoneAreRefused(RunningServer server) {
        PortalClient user = PortalClient.of("route-range", server);
        for (String range :
                List.of(
                        "from=2025-01-01&to=2026-02-05",
                        "from=2026-02-01&to=2026-01-31",
                        "from=yesterday",
                        "to=2026-02-30",
                        "to=%2B999999999-12-31",
                        "from=-999999999-01-01")) {
            assertThat(user.get("/tenants/route-range/usage?" + range).statusCode()).isEqualTo(400);
            assertThat(user.get("/tenants/route-range/usage.csv?" + range).statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void rulesAreSetBesideWhatTheyCost(RunningServer server) throws Exception {
        PortalClient user = PortalClient.of("route-rules", server);
        String path = "/tenants/route-rules/rules";

        JsonNode before = user.read(path);
        JsonNode after = user.done("PUT", path, "{\"faceFmr\":1e-5,\"fingerFmr\":null}");

        assertThat(before.get("faceFmr").isNull()).isTrue();
        assertThat(before.get("serverFaceFmr").doubleValue()).isEqualTo(1e-4);
        assertThat(after.get("faceFmr").doubleValue()).isEqualTo(1e-5);
        assertThat(server.part(Tenants.class).rules("route-rules").faceFmr()).isEqualTo(1e-5);
        for (String body :
                List.of("{\"faceFmr\":0.5}", "{\"faceFmr\":\"x\"}", "{\"fingerFmr\":-1}")) {
            assertThat(user.status("PUT", path, body)).isEqualTo(400);
        }
        assertThat(trail(user, "tenants.set")).contains("portal:" + user.name());
        String document = Files.readString(Path.of("../docs/accuracy.md"));
        for (JsonNode rate : after.get("measured")) {
            assertThat(document)
                    .contains("%.2f %% (".formatted(100 * rate.get("fnmr").doubleValue()));
        }
    }

    @Test
    void usersAreMadeResetAndDeleted(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        NewPassword gone = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);
        server.part(Tenants.class).create("route-users", null);
        String name = "route-" + admin.name();
        String body =
                "{\"name\":\"%s\",\"role\":\"TENANT\",\"tenant\":\"route-users\"}".formatted(name);

        String password = admin.done("POST", "/users", body).get("password").stringValue();

        PortalClient made = PortalClient.in(server, new NewPassword(name, password));
        assertThat(made.get("/users").statusCode()).isEqualTo(403);
        assertThat(admin.status("POST", "/users", body)).isEqualTo(409);
        String second =
                admin.done("POST", "/users/" + name + "/password", "")
                        .get("password")
                        .stringValue();
        assertThat(made.get("/me").statusCode()).isEqualTo(401);
        assertThat(PortalClient.signIn(server, name, password).statusCode()).isEqualTo(401);
        PortalClient again = PortalClient.in(server, new NewPassword(name, second));
        assertThat(admin.get("/users").body()).contains(name).doesNotContain(second, "argon2");
        assertThat(admin.status("DELETE", "/users/" + name, null)).isEqualTo(204);
        assertThat(again.get("/me").statusCode()).isEqualTo(401);
        assertThat(admin.status("DELETE", "/users/" + name, null)).isEqualTo(404);
        assertThat(admin.status("POST", "/users/" + name + "/password", "")).isEqualTo(404);
        assertThat(admin.status("DELETE", "/users/" + gone.name(), null)).isEqualTo(204);
        assertThat(trail(admin, "users.delete")).contains(name, gone.name());
    }

    @Test
    void usersThatCannotBeAreRefused(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        for (String body :
                List.of(
                        "{\"name\":\"x\",\"role\":\"TENANT\"}",
                        "{\"name\":\"x\",\"role\":\"ADMINISTRATOR\",\"tenant\":\"default\"}",
                        "{\"name\":\"x\",\"role\":\"administrator\"}",
                        "{\"name\":\"<b>\",\"role\":\"ADMINISTRATOR\"}",
                        "{\"name\":\"a b\",\"role\":\"ADMINISTRATOR\"}",
                        "{\"role\":\"ADMINISTRATOR\"}")) {
            assertThat(admin.status("POST", "/users", body)).isEqualTo(400);
        }
    }

    @Test
    void theOverviewCountsAndTellsTenantsTheirOwnAlone(RunningServer server) {
        JsonNode all = PortalClient.administrator(server).read("/overview");
        JsonNode own = PortalClient.of("route-overview", server).read("/overview");

        assertThat(all.get("bioSessions").isNumber()).isTrue();
        assertThat(all.get("captures").isNumber()).isTrue();
        assertThat(all.get("uptimeSeconds").intValue()).isNotNegative();
        assertThat(own.get("bioSessions").intValue()).isZero();
        assertThat(own.get("captures").intValue()).isZero();
        assertThat(own.get("statusPage").booleanValue()).isTrue();
        assertThat(own.get("people").intValue()).isZero();
        assertThat(own.get("today").toString()).isEqualTo("{\"requests\":0,\"errors\":0}");
        assertThat(own.get("version")).isEqualTo(all.get("version"));
    }

    @Test
    void questionsThatAreNoneAreRefused(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        for (String path :
                List.of(
                        "/audit?limit=0",
                        "/audit?limit=1001",
                        "/audit?limit=x",
                        "/audit?since=yesterday",
                        "/audit?since=%2B999999999-12-31T00:00:00Z",
                        "/audit?action=%00",
                        "/audit?action='",
                        "/audit?tenant=%00",
                        "/overview?tenant=%00")) {
            assertThat(admin.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void theTrailIsFilteredAndTheLatestComesFirst(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        admin.done("POST", "/tenants", "{\"id\":\"route-first\"}");
        admin.done("POST", "/tenants", "{\"id\":\"route-second\"}");

        JsonNode entries = admin.read("/audit?action=tenants.create&limit=2").get("entries");

        assertThat(texts(entries, "subject")).containsExactly("route-second", "route-first");
        assertThat(texts(entries, "actor")).containsOnly("portal:" + admin.name());
        assertThat(texts(entries, "outcome")).containsOnly("done");
        assertThat(admin.read("/audit?tenant=route-first&limit=1000").get("entries")).hasSize(1);
        assertThat(admin.read("/audit?since=2099-01-01T00:00:00Z").get("entries")).isEmpty();
    }

    @Test
    void signingKeysAreListedAndReplaced(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);

        String kid = admin.done("POST", "/signing-keys", "").get("kid").stringValue();

        JsonNode keys = admin.read("/signing-keys").get("keys");
        assertThat(keys.size()).isGreaterThan(1);
        int current = 0;
        for (JsonNode key : keys) {
            current += key.get("current").booleanValue() ? 1 : 0;
            assertThat(key.get("current").booleanValue())
                    .isEqualTo(key.get("kid").stringValue().equals(kid));
            assertThat(key.size()).isEqualTo(5);
        }
        assertThat(current).isOne();
        assertThat(server.get("/.well-known/jwks.json").body()).contains(kid);
        assertThat(trail(admin, "signing.rotate")).contains(kid);
    }

    @Test
    void modelPacksAreListed(RunningServer server) {
        JsonNode models = PortalClient.of("route-models", server).read("/models");

        assertThat(texts(models.get("modes"))).contains("SELFSAME_F1");
        JsonNode pack = models.get("packs").get(0);
        assertThat(pack.get("name").stringValue()).isNotBlank();
        assertThat(pack.get("networks").get(0).get("licence").stringValue()).isNotBlank();
    }

    private static String trail(PortalClient client, String action) {
        return client.get("/audit?action=" + action).body();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private static List<String> texts(JsonNode array, String member) {
        return array.valueStream()
                .map(it -> it.get(member))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .toList();
    }
}
