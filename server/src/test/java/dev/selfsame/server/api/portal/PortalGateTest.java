package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.api.OpenToAll;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.condition.RequestMethodsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Every route of the portal, found in the server itself, so that none can be forgotten. */
@ExtendWith(ServerExtension.class)
final class PortalGateTest {

    private static final String SIGN_IN = "/portal/api/sign-in";

    private record Route(String method, String path, HandlerMethod handler) {

        boolean isHarmless() {
            return method.equals("GET");
        }

        boolean namesATenant() {
            return path.contains("{tenant}");
        }

        boolean isForAdministrators() {
            Entry entry = Objects.requireNonNull(handler.getMethodAnnotation(Entry.class));
            return entry.value() == Entry.Who.ADMINISTRATOR;
        }

        /** Below {@code /portal/api}, with ids in it. */
        String call(String tenant, String key) {
            return path.substring("/portal/api".length())
                    .replace("{tenant}", tenant)
                    .replace("{key}", key)
                    .replace("{receipt}", "5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11")
                    .replace("{name}", "nobody");
        }
    }

    @Test
    void everyRouteSaysWhoMayEnterAndNoneTakesAKey(RunningServer server) {
        List<Route> routes = routes(server);

        assertThat(routes).hasSizeGreaterThan(25);
        assertThat(routes)
                .allSatisfy(
                        route -> {
                            assertThat(route.handler().hasMethodAnnotation(Entry.class)).isTrue();
                            assertThat(route.handler().hasMethodAnnotation(OpenToAll.class))
                                    .isTrue();
                        });
        assertThat(routes.stream().filter(route -> !entersByAnybody(route)).toList())
                .hasSize(routes.size() - 1);
    }

    @Test
    void whoIsNotSignedInGetsNoFurther(RunningServer server) {
        for (Route route : guarded(server)) {
            HttpResponse<String> answer =
                    server.send(
                            server.to("/portal/api" + route.call("default", "0123456789"))
                                    .header("Cookie", "selfsame-portal=" + "A".repeat(43))
                                    .method(route.method(), BodyPublishers.noBody()));

            assertThat(answer.statusCode()).as(route.toString()).isEqualTo(401);
            assertThat(answer.body()).startsWith("{\"code\":401,\"message\":\"");
        }
    }

    @Test
    void whatChangesAnythingNeedsTheTokenOfItsOwnSession(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);
        PortalClient other = PortalClient.administrator(server);
        for (Route route : guarded(server)) {
            if (route.isHarmless()) {
                continue;
            }
            String call = route.call("default", "0123456789");
            for (String token : List.of("", "A".repeat(43), other.csrf())) {
                HttpResponse<String> answer =
                        server.send(
                                client.request(route.method(), call, null)
                                        .header("X-CSRF-Token", token));
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
                assertThat(answer.body()).contains("X-CSRF-Token");
            }
            assertThat(server.send(client.request(route.method(), call, null)).statusCode())
                    .as(route.toString())
                    .isEqualTo(403);
            HttpResponse<String> foreign =
                    server.send(
                            client.request(route.method(), call, null)
                                    .header("X-CSRF-Token", client.csrf())
                                    .header("Origin", "https://evil.example"));
            assertThat(foreign.body()).as(route.toString()).contains("another origin");
        }
        assertThat(client.get("/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aTenantsUserSeesNothingOfAnotherTenant(RunningServer server) {
        server.newTenantKey("gate-victim");
        String key = onlyKey(server, "gate-victim");
        PortalClient thief = PortalClient.of("gate-thief", server);
        for (Route route : guarded(server)) {
            String call = route.call("gate-victim", key);
            if (route.isForAdministrators()) {
                assertThat(thief.status(route.method(), call, "{}"))
                        .as(route.toString())
                        .isEqualTo(403);
            } else if (route.namesATenant()) {
                HttpResponse<String> answer = thief.send(route.method(), call, "{}");
                HttpResponse<String> nowhere =
                        thief.send(route.method(), route.call("gate-nowhere", key), "{}");
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(nowhere.body());
            }
        }
        assertThat(server.part(Tenants.class).find("gate-victim")).isPresent();
        assertThat(onlyKey(server, "gate-victim")).isEqualTo(key);
        assertIsRefusedBesideThePaths(thief, key);
    }

    private static void assertIsRefusedBesideThePaths(PortalClient thief, String key) {
        assertThat(thief.get("/overview?tenant=gate-victim").statusCode()).isEqualTo(404);
        assertThat(thief.get("/audit?tenant=gate-victim").statusCode()).isEqualTo(404);
        assertThat(thief.get("/audit?tenant=-").statusCode()).isEqualTo(404);
        assertThat(thief.get("/overview?tenant=gate-thief&tenant=gate-victim").statusCode())
                .isEqualTo(404);
        assertThat(thief.get("/tenants").body())
                .contains("gate-thief")
                .doesNotContain("gate-victim", "default");
        assertThat(thief.get("/audit?limit=1000").body()).doesNotContain("gate-victim");
        // a key of another tenant under the path of one's own
        assertThat(thief.status("DELETE", "/tenants/gate-thief/keys/" + key, null)).isEqualTo(404);
        assertThat(thief.status("POST", "/tenants/gate-thief/keys/" + key + "/rotate", "{}"))
                .isEqualTo(404);
        for (String path :
                List.of(
                        "/tenants/gate-thief%2f..%2fgate-victim/keys",
                        "/tenants/gate-thief/../gate-victim/keys",
                        "/tenants/gate-victim;x=y/keys",
                        "/tenants/GATE-VICTIM/keys",
                        "/tenants/%00/keys",
                        "/tenants//keys")) {
            assertThat(thief.get(path).statusCode()).as(path).isIn(400, 404);
        }
    }

    @Test
    void noPageOfAnotherOriginIsLetInWhateverATenantIsCalled(RunningServer server)
            throws IOException {
        for (String path :
                List.of(
                        "/portal/api/me",
                        "/portal/api/tenants/quality/keys",
                        "/portal/api/tenants/multibiometrics",
                        "/portal/api/sign-in",
                        "/portal;x=y/api/tenants/quality/keys",
                        "/portal;/api/tenants/multibiometrics",
                        "/%70ortal/api/tenants/quality/keys",
                        "//portal/api/tenants/quality/keys",
                        "/.;/portal/api/tenants/quality/keys")) {
            for (String method : List.of("GET", "OPTIONS", "POST", "DELETE")) {
                RawHttp.Answer answer =
                        RawHttp.exchange(
                                server.address(),
                                method
                                        + " "
                                        + path
                                        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                        + "Origin: https://shop.example\r\n"
                                        + "Access-Control-Request-Method: POST\r\n\r\n");

                assertThat(answer.headers()).doesNotContain("Access-Control-");
                assertThat(answer.status()).isIn(200, 400, 401, 403, 404, 405, 415);
            }
        }
    }

    @Test
    void pagesAndAnswersHaveTheirHeaders(RunningServer server) {
        HttpResponse<String> page = server.get("/portal/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html;");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("Cross-Origin-Opener-Policy")).hasValue("same-origin");

        HttpResponse<String> answer = server.get("/portal/api/me");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        assertThat(server.get("/portal").statusCode()).isEqualTo(307);
        assertThat(server.get("/portal").headers().firstValue("Location")).hasValue("portal/");
    }

    @Test
    void unknownPathsAndMethodsAreAnsweredInThePortalsWords(RunningServer server)
            throws IOException {
        for (String line :
                List.of(
                        "GET /portal/api/nothing",
                        "GET /portal/../portal/api/../../etc/passwd",
                        "GET /portal/%2e%2e/video-server/x.js",
                        "GET /portal/nothing.js",
                        "PUT /portal/api/me",
                        "TRACE /portal/api/me",
                        "POST /portal/index.html")) {
            RawHttp.Answer answer =
                    RawHttp.exchange(
                            server.address(),
                            line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

            assertThat(answer.status()).as(line).isIn(400, 404, 405);
            assertThat(answer.headers()).contains("\r\nContent-Type: application/json");
        }
        assertThat(server.get("/portal/api/nothing").body())
                .isEqualTo("{\"code\":404,\"message\":\"there is nothing at this path\"}");
    }

    private static String onlyKey(RunningServer server, String tenant) {
        return server.part(ApiKeys.class).list(tenant).stream()
                .filter(key -> key.revoked() == null)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static boolean entersByAnybody(Route route) {
        return route.path().equals(SIGN_IN);
    }

    private static List<Route> guarded(RunningServer server) {
        return routes(server).stream()
                // why not signing out: what comes after it is not signed in
                .filter(route -> !entersByAnybody(route))
                .filter(route -> !route.path().equals("/portal/api/sign-out"))
                .toList();
    }

    private static List<Route> routes(RunningServer server) {
        // why: the mappings are there once something was asked
        server.get("/portal/api/me");
        return Objects.requireNonNull(server.part(DispatcherServlet.class).getHandlerMappings())
                .stream()
                .filter(RequestMappingHandlerMapping.class::isInstance)
                .map(RequestMappingHandlerMapping.class::cast)
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(route -> routes(route.getKey(), route.getValue()))
                .filter(route -> route.path().startsWith("/portal/api/"))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(
                        path ->
                                methods(info.getMethodsCondition())
                                        .map(method -> new Route(method, path, handler)));
    }

    private static Stream<String> methods(RequestMethodsRequestCondition condition) {
        return condition.getMethods().stream().map(Enum::name);
    }
}
