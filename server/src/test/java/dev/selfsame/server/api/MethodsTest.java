package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Every method on every path, as browsers and scanners send them: without a key. */
@ExtendWith(ServerExtension.class)
final class MethodsTest {

    private static final String MATCH = "/bioserver-app/v2/match/images";
    private static final String ERROR = "\\{\"id\":\"[0-9a-f-]{36}\",\"message\":\"[^\"]+\"}";
    private static final String PREFLIGHT =
            "Origin: https://shop.example\r\nAccess-Control-Request-Method: POST\r\n"
                    + "Access-Control-Request-Headers: apikey\r\n";
    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "OPTIONS",
                    "TRACE",
                    "CONNECT",
                    "PROPFIND",
                    "get",
                    "X");
    private static final List<String> PATHS =
            List.of(
                    MATCH,
                    "/bioserver-app/v2/capabilities",
                    "/bioserver-app/v2/monitor",
                    "/bioserver-app/v2/signing-certificate",
                    "/bioserver-app/v2/signing-certificates/x",
                    "/.well-known/jwks.json",
                    "/docs/",
                    "/status",
                    "/status.json",
                    "/docs/openapi/bioservices.json",
                    "/actuator/health",
                    "/actuator/health/liveness",
                    "/actuator/prometheus",
                    "/nothing",
                    "/error",
                    "/",
                    "*");

    static Stream<String> requestLines() {
        return METHODS.stream().flatMap(method -> PATHS.stream().map(path -> method + " " + path));
    }

    @ParameterizedTest
    @MethodSource("requestLines")
    void noMethodOnAnyPathIsAFault(String line, RunningServer server) throws IOException {
        assertIsNoFault(line, send(server, line, ""));
        assertIsNoFault(line, send(server, line, PREFLIGHT));
    }

    @ParameterizedTest
    @CsvSource({
        "/bioserver-app/v2/match/images,'POST,OPTIONS'",
        "/bioserver-app/v2/capabilities,'GET,HEAD,OPTIONS'",
        "/bioserver-app/v2/monitor,'GET,HEAD,OPTIONS'",
        "/bioserver-app/v2/signing-certificate,'GET,HEAD,OPTIONS'",
        "/bioserver-app/v2/signing-certificates/x,'GET,HEAD,OPTIONS'",
        "/.well-known/jwks.json,'GET,HEAD,OPTIONS'",
        "/docs/openapi/bioservices.json,'GET,HEAD,OPTIONS'",
        "/status,'GET,HEAD,OPTIONS'",
        "/status.json,'GET,HEAD,OPTIONS'"
    })
    void optionsNamesTheMethodsWithoutAKey(String path, String allow, RunningServer server)
            throws IOException {
        for (String headers : List.of("", PREFLIGHT)) {
            RawHttp.Answer answer = send(server, "OPTIONS " + path, headers);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers()).contains("\r\nAllow: " + allow + "\r\n");
            assertThat(answer.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS ", "GET ", "POST "})
    void noPageOfAnotherOriginIsLetIn(String method, RunningServer server) throws IOException {
        for (String path : List.of(MATCH, "/bioserver-app/v2/capabilities", "/actuator/health")) {
            assertThat(send(server, method + path, PREFLIGHT).headers())
                    .doesNotContain("Access-Control-");
        }
    }

    private static void assertIsNoFault(String line, RawHttp.Answer answer) {
        // why 501: the connector itself refuses CONNECT, a proxy's method
        assertThat(answer.status()).isIn(200, 400, 401, 404, 405, 501);
        if (answer.status() >= 400 && !line.startsWith("HEAD ")) {
            assertThat(answer.headers()).contains("\r\nContent-Type: application/json\r\n");
            assertThat(answer.headers()).contains("\r\nX-Content-Type-Options: nosniff\r\n");
            assertThat(answer.body()).containsPattern(ERROR);
        }
    }

    private static RawHttp.Answer send(RunningServer server, String line, String headers)
            throws IOException {
        String request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n";
        return RawHttp.exchange(server.address(), request);
    }
}
