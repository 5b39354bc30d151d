package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.SignIn;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.testing.Route;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What somebody tries who has no password, or one of another tenant. */
@ExtendWith(ServerExtension.class)
final class PortalAttacksTest {

    private static final String SIGN_IN = "/portal/api/sign-in";
    private static final int TIMED = 8;

    @Test
    void anIdThatSomebodyChoseIsNeverThatOfASession(RunningServer server) {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);
        String chosen = "selfsame-portal=" + "A".repeat(43);

        HttpResponse<String> answer =
                server.send(
                        server.to(SIGN_IN)
                                .header("Content-Type", "application/json")
                                .header("Cookie", chosen)
                                .POST(
                                        BodyPublishers.ofString(
                                                PortalClient.JSON.writeValueAsString(
                                                        Map.of(
                                                                "name",
                                                                user.name(),
                                                                "password",
                                                                user.text())))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(PortalClient.cookieOf(answer)).isNotEqualTo(chosen);
        assertThat(server.get("/portal/api/me", "Cookie", chosen).statusCode()).isEqualTo(401);
    }

    @Test
    void noHeaderAndNoFieldTurnsAMethodIntoAnother(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        PortalClient.of("attack-override", server);
        String path = "/tenants/attack-override?confirm=attack-override&_method=DELETE";
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method")) {
            HttpRequest.Builder get = admin.request("GET", path, null).header(header, "DELETE");
            HttpRequest.Builder post =
                    admin.request("POST", path, null)
                            .header(header, "DELETE")
                            .header("X-CSRF-Token", admin.csrf());

            assertThat(server.send(get).statusCode()).isEqualTo(404);
            assertThat(server.send(post).statusCode()).isEqualTo(405);
        }
        HttpRequest.Builder form =
                server.to("/portal/api" + path)
                        .header("Cookie", admin.cookie())
                        .header("X-CSRF-Token", admin.csrf())
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("_method=DELETE&confirm=attack-override"));
        assertThat(server.send(form).statusCode()).isEqualTo(405);
        assertThat(admin.get("/tenants").body()).contains("attack-override");
    }

    @Test
    void aNameOfNobodyTakesAsLongAsAWrongPassword(RunningServer server) {
        SignIn signIn = server.part(SignIn.class);
        List<Long> ofUsers = new ArrayList<>();
        List<Long> ofNobody = new ArrayList<>();
        for (int i = 0; i < TIMED; i++) {
            NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);

            ofUsers.add(nanosOf(signIn, user.name()));
            ofNobody.add(nanosOf(signIn, "nobody" + i));
        }

        // why so wide: the machine does other things; a hash that is left out is 20 times as fast
        assertThat(1.0 * median(ofNobody) / median(ofUsers)).isBetween(0.4, 2.5);
    }

    @Test
    void nothingOfAnotherTenantIsInAnyAnswerHoweverItIsAskedFor(RunningServer server) {
        String victim = "attack-victim";
        PortalClient theirs = PortalClient.of(victim, server);
        String name = "canary of the victim";
        server.part(ApiKeys.class).issue(victim, name, Scopes.parse("match"));
        String key = theirs.read("/tenants/" + victim + "/keys").at("/keys/0/id").stringValue();
        String receipt = TenantPeople.receipt(server, victim);
        String subject = theirs.read("/receipts").at("/receipts/0/subject").stringValue();
        PortalClient thief = PortalClient.of("attack-thief", server);

        for (Route route : readable(server)) {
            for (String own : List.of("attack-thief", victim)) {
                String path =
                        route.with("tenant", own)
                                .with("receipt", receipt)
                                .filled(key)
                                .substring("/portal/api".length());
                for (String query : queries(victim, key, subject)) {
                    HttpResponse<String> answer = thief.get(path + query);

                    assertThat(answer.body())
                            .as(route + query)
                            .doesNotContain(name, key, theirs.name(), victim, receipt, subject);
                }
            }
        }
    }

    @Test
    void aReceiptOfAnotherTenantIsNeitherReadNorGuessed(RunningServer server) {
        String receipt = TenantPeople.receipt(server, "attack-receipt");
        PortalClient theirs = PortalClient.of("attack-receipt", server);
        PortalClient thief = PortalClient.of("attack-receipt-thief", server);
        HttpResponse<String> unknown = thief.get("/receipts/" + UUID.randomUUID());
        // why: what is not there could be read by nobody
        HttpResponse<String> own = theirs.get("/receipts/" + receipt);
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).contains(receipt, "\"tenant\":\"attack-receipt\"");

        for (String guess : guesses(receipt)) {
            HttpResponse<String> answer = thief.get("/receipts/" + guess);

            assertThat(answer.statusCode()).as(guess).isEqualTo(404);
            assertThat(answer.body()).as(guess).isEqualTo(unknown.body());
            assertThat(answer.headers().map().keySet())
                    .as(guess)
                    .isEqualTo(unknown.headers().map().keySet());
        }
        assertThat(server.get("/portal/api/receipts/" + receipt).statusCode()).isEqualTo(401);
    }

    private static List<String> guesses(String receipt) {
        int last = Character.digit(receipt.charAt(receipt.length() - 1), 16);
        String others = receipt.substring(0, receipt.length() - 1);
        return List.of(
                receipt,
                receipt.toUpperCase(Locale.ROOT),
                receipt + "?tenant=attack-receipt",
                receipt + "?tenantId=attack-receipt&role=ADMINISTRATOR",
                "%" + Integer.toHexString(receipt.charAt(0)) + receipt.substring(1),
                others + Integer.toHexString((last + 1) % 16),
                others,
                receipt.replace("-", ""),
                "%7B" + receipt + "%7D",
                receipt + "%20",
                "*",
                "%25",
                "00000000-0000-0000-0000-000000000000");
    }

    @Test
    void aQueryThatIsNoneIsItsSendersFault(RunningServer server) {
        PortalClient admin = PortalClient.administrator(server);
        String receipt = TenantPeople.receipt(server, "attack-query");
        for (Route route : readable(server)) {
            String path =
                    route.with("receipt", receipt)
                            .filled("default")
                            .substring("/portal/api".length());
            for (String query :
                    List.of("?since=%ff", "?tenant=%c3%28", "?from=%fe", "?=&limit=%c0")) {
                HttpResponse<String> answer = admin.get(path + query);

                assertThat(answer.statusCode()).as(route + query).isIn(200, 400);
            }
        }
        assertThat(admin.get("/audit?since=%ff").body())
                .isEqualTo("{\"code\":400,\"message\":\"the request is not well-formed HTTP\"}");
    }

    private static List<Route> readable(RunningServer server) {
        List<Route> routes =
                Route.of(server).stream()
                        .filter(it -> it.path().startsWith("/portal/api/"))
                        .filter(it -> it.method().equals("GET"))
                        .toList();
        assertThat(routes).hasSizeGreaterThan(10);
        return routes;
    }

    private static List<String> queries(String victim, String key, String subject) {
        return List.of(
                "",
                "?subject=" + subject,
                "?tenant=attack-thief&subject=" + subject,
                "?tenant=" + victim,
                "?tenant=attack-thief&tenant=" + victim,
                "?tenantId=" + victim + "&id=" + victim + "&key=" + key,
                "?tenant=%20" + victim,
                "?tenant=" + victim + "%00",
                "?tenant=*&limit=1000",
                "?tenant%5B%5D=" + victim + "&role=ADMINISTRATOR");
    }

    @Test
    void membersThatAreNotAskedForGiveNobodyRights(RunningServer server) {
        PortalClient thief = PortalClient.of("attack-members", server);
        PortalClient.of("attack-members-victim", server);
        String body =
                """
                {"name":"x","scopes":["match"],"tenant":"attack-members-victim",
                 "tenantId":"attack-members-victim","role":"ADMINISTRATOR","id":"0123456789"}
                """;

        String id =
                thief.done("POST", "/tenants/attack-members/keys", body).get("id").stringValue();

        assertThat(id).isNotEqualTo("0123456789");
        assertThat(thief.get("/tenants/attack-members/keys").body()).contains(id);
        PortalClient admin = PortalClient.administrator(server);
        assertThat(admin.get("/tenants/attack-members-victim/keys").body()).doesNotContain(id);
        assertThat(thief.read("/me").get("role").stringValue()).isEqualTo("TENANT");
    }

    @Test
    void aBodyWithoutALengthEndsAtTheLimit(RunningServer server) {
        byte[] much =
                ("{\"name\":\"" + "x".repeat(200_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        PortalClient user = PortalClient.of("attack-large", server);

        HttpResponse<String> stranger =
                server.send(
                        server.to(SIGN_IN)
                                .header("Content-Type", "application/json")
                                .POST(chunks(much)));
        HttpResponse<String> insider =
                server.send(
                        server.to("/portal/api/tenants/attack-large/keys")
                                .header("Cookie", user.cookie())
                                .header("X-CSRF-Token", user.csrf())
                                .header("Content-Type", "application/json")
                                .POST(chunks(much)));

        assertThat(stranger.statusCode()).isEqualTo(413);
        assertThat(insider.statusCode()).isEqualTo(413);
    }

    @Test
    void answersToWhoIsSignedInAreKeptNowhere(RunningServer server) {
        PortalClient.of("attack-kept", server);
        PortalClient admin = PortalClient.administrator(server);
        String receipt = TenantPeople.receipt(server, "attack-kept");
        for (Route route : readable(server)) {
            HttpResponse<String> answer =
                    admin.get(
                            route.with("receipt", receipt)
                                    .filled("attack-kept")
                                    .substring("/portal/api".length()));

            assertThat(answer.statusCode()).as(route.toString()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .as(route.toString())
                    .matches("application/json|text/csv; ?charset=utf-8");
            assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        }
    }

    private static long nanosOf(SignIn signIn, String name) {
        long began = System.nanoTime();
        // why this address: it is of nobody here, and its failures are nobody else's
        SignIn.Outcome outcome = signIn.signIn(name, "wrong password", null, "192.0.2.7");
        assertThat(outcome).isInstanceOf(SignIn.Outcome.Wrong.class);
        return System.nanoTime() - began;
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static HttpRequest.BodyPublisher chunks(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }
}
