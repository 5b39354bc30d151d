package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;

@ExtendWith(ServerExtension.class)
final class SignInRoutesTest {

    private static final String ME = "/portal/api/me";
    private static final String WRONG = "the name or the password is wrong";

    @Test
    void aCookieIsGivenThatNobodyElseGetsAt(RunningServer server) {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);

        HttpResponse<String> answer =
                PortalClient.signIn(
                        server, " " + user.name().toUpperCase(Locale.ROOT), user.text());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches(
                        "selfsame-portal=[A-Za-z0-9_-]{43}; Path=/portal; HttpOnly;"
                                + " SameSite=Strict");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.body())
                .contains("\"name\":\"" + user.name() + "\"")
                .contains("\"role\":\"ADMINISTRATOR\",\"tenant\":null,\"csrf\":\"")
                .contains("\"totp\":false")
                .doesNotContain(user.text());
        String csrf = PortalClient.JSON.readTree(answer.body()).get("csrf").stringValue();
        assertThat(server.get(ME, "Cookie", PortalClient.cookieOf(answer)).body()).contains(csrf);
    }

    @Test
    void aSecondSignInHasAnotherIdAndEndsTheSessionOfBefore(RunningServer server) {
        PortalClient first = PortalClient.administrator(server);

        HttpResponse<String> second =
                server.send(
                        server.to("/portal/api/sign-in")
                                .header("Content-Type", "application/json")
                                .header("Cookie", first.cookie())
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"name\":\"%s\",\"password\":\"%s\"}"
                                                        .formatted(
                                                                first.name(), first.password()))));

        assertThat(PortalClient.cookieOf(second)).isNotEqualTo(first.cookie());
        assertThat(first.get("/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionAndTakesTheCookieAway(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);

        HttpResponse<String> answer = client.send("POST", "/sign-out", null);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("selfsame-portal=;")
                .contains("Max-Age=0", "Path=/portal");
        HttpResponse<String> after = client.get("/me");
        assertThat(after.statusCode()).isEqualTo(401);
        assertThat(after.body())
                .isEqualTo(
                        "{\"code\":401,\"message\":\"you are not signed in, or no longer; sign"
                                + " in\"}");
    }

    @Test
    void unknownNamesAreToldFromWrongPasswordsByNothing(RunningServer server) {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);

        HttpResponse<String> wrong = PortalClient.signIn(server, user.name(), "wrong password");
        HttpResponse<String> unknown = PortalClient.signIn(server, "nobody-at-all", "wrong");
        HttpResponse<String> noName = PortalClient.signIn(server, "'; drop table --", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains(WRONG).isEqualTo(unknown.body());
        assertThat(noName.body()).isEqualTo(unknown.body());
        assertThat(wrong.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void whoTriesPasswordsHasToWaitWhetherThereIsSuchAUserOrNot(RunningServer server) {
        NewPassword user = PortalClient.make(server, PortalRole.ADMINISTRATOR, null);
        PortalClient administrator = PortalClient.administrator(server);
        for (String name : new String[] {user.name(), "stranger-" + user.name()}) {
            for (int i = 0; i < 5; i++) {
                assertThat(PortalClient.signIn(server, name, "wrong " + i).statusCode())
                        .isEqualTo(401);
            }
            HttpResponse<String> answer = PortalClient.signIn(server, name, user.text());
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                    .isBetween(1L, 30L);
            assertThat(answer.body()).contains("\"code\":429", "too many attempts failed; wait");
        }
        assertThat(administrator.get("/users").body())
                .contains(user.name() + "\",\"role\":\"ADMINISTRATOR\"")
                .contains("\"locked\":true");
        assertThat(administrator.get("/audit?action=portal.lock-out").body())
                .contains("\"subject\":\"" + user.name() + "\"");

        // a new password ends the wait, whichever process gives it
        NewPassword after = server.part(PortalUsers.class).reset(user.name()).orElseThrow();
        assertThat(PortalClient.signIn(server, user.name(), after.text()).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "x"})
    void onlyJsonSignsIn(String type, RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/portal/api/sign-in")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body())
                .isEqualTo(
                        "{\"code\":415,\"message\":\"the body must be JSON; send Content-Type:"
                                + " application/json\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "null",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http:",
                "://",
                "http://127.0.0.1.evil.example:80"
            })
    void pagesOfOthersSignNobodyIn(String origin, RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/portal/api/sign-in")
                                .header("Content-Type", "application/json")
                                .header("Origin", origin)
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":403", "another origin");
    }

    @Test
    void thePortalsOwnPageSignsIn(RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/portal/api/sign-in")
                                .header("Content-Type", "application/json")
                                .header("Origin", server.address().toString())
                                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.body()).isEqualTo("{\"code\":400,\"message\":\"name: missing\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "[{},{}]",
                "7",
                "{\"name\":{}}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\",\"password\":[]}",
                "{\"name\":\"a\",\"password\":\"b\",\"code\":\"12345678901234567\"}"
            })
    void brokenJsonIsRefused(String body, RunningServer server) {
        HttpResponse<String> answer = post(server, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).matches("\\{\"code\":400,\"message\":\"[^\"]+\"}");
    }

    @Test
    void largeAndDeepBodiesAreRefused(RunningServer server) {
        String password = "x".repeat(70_000);
        HttpResponse<String> large = post(server, "{\"password\":\"" + password + "\"}");

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("\"code\":413", "65536 bytes");
        assertThat(post(server, "[".repeat(60_000)).statusCode()).isEqualTo(400);
        HttpResponse<String> longName =
                PortalClient.signIn(server, Map.of("name", "a".repeat(300), "password", "b"));
        assertThat(longName.statusCode()).isEqualTo(400);
    }

    @Test
    void severalCookiesOfTheNameAreNone(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);

        HttpResponse<String> answer =
                server.get(ME, "Cookie", client.cookie() + "; selfsame-portal=" + "A".repeat(43));

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void keysOpenNoPortalAndTheCookieNoApi(RunningServer server) {
        PortalClient client = PortalClient.administrator(server);

        assertThat(server.get(ME, "apikey", server.apiKey()).statusCode()).isEqualTo(401);
        assertThat(server.get(ME, "Authorization", "Bearer " + server.apiKey()).statusCode())
                .isEqualTo(401);
        for (String path :
                new String[] {"/bioserver-app/v2/capabilities", "/actuator/prometheus"}) {
            assertThat(server.get(path, "Cookie", client.cookie()).statusCode()).isEqualTo(401);
        }
        assertThat(
                        server.send(
                                        server.to("/multibiometrics/verify")
                                                .header("Cookie", client.cookie())
                                                .POST(BodyPublishers.ofString("{}")))
                                .statusCode())
                .isEqualTo(401);
    }

    @Test
    void cookiesThatAreNoneAreNoFault(RunningServer server) throws IOException {
        for (String cookie :
                new String[] {
                    "selfsame-portal=", "selfsame-portal=\u0001", "a\"=b;=;;", "selfsame-portal"
                }) {
            RawHttp.Answer answer =
                    RawHttp.exchange(
                            server.address(),
                            "GET /portal/api/me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                                    + "Cookie: "
                                    + cookie
                                    + "\r\n\r\n");

            assertThat(answer.status()).isIn(400, 401);
        }
    }

    private static HttpResponse<String> post(RunningServer server, String body) {
        return server.send(
                server.to("/portal/api/sign-in")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }
}
