package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;

/** Calls from pages of other origins, as browsers send them. */
@ExtendWith(ServerExtension.class)
final class CrossOriginTest {

    private static final String ORIGIN = "Origin: https://shop.example\r\n";

    @TempDir private Path data;

    @ParameterizedTest
    @CsvSource({
        "POST,/multibiometrics/enroll",
        "PUT,/multibiometrics/update",
        "DELETE,/multibiometrics/delete",
        "POST,/quality/check_icao",
        "POST,/any/prefix/multibiometrics/verify"
    })
    void preflightsSucceedWithoutAKey(String method, String path, RunningServer server)
            throws IOException {
        RawHttp.Answer answer =
                send(
                        server,
                        "OPTIONS " + path,
                        ORIGIN
                                + "Access-Control-Request-Method: "
                                + method
                                + "\r\nAccess-Control-Request-Headers:"
                                + " content-type,ocp-apim-subscription-key,x-custom\r\n");

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .contains("\r\nAccess-Control-Allow-Origin: *\r\n")
                .contains("\r\nAccess-Control-Allow-Methods: GET, POST, PUT, PATCH, DELETE\r\n")
                .contains(
                        "\r\nAccess-Control-Allow-Headers:"
                                + " content-type,ocp-apim-subscription-key,x-custom\r\n")
                .contains("\r\nAccess-Control-Max-Age: 7200\r\n");
    }

    @Test
    void namesTheUsualHeadersWhereNoneAreAskedFor(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                send(
                        server,
                        "OPTIONS /multibiometrics/enroll",
                        ORIGIN + "Access-Control-Request-Method: POST\r\n");

        assertThat(answer.headers())
                .contains("Access-Control-Allow-Headers: Ocp-Apim-Subscription-Key, Content-Type");
    }

    @Test
    void doesNotRepeatWhatIsNoHeader(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                send(
                        server,
                        "OPTIONS /multibiometrics/enroll",
                        ORIGIN + "Access-Control-Request-Headers: a\"><script>\r\n");

        assertThat(answer.headers()).doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /multibiometrics/enroll",
                "GET /multibiometrics/enroll",
                "POST /multibiometrics/nothing",
                "POST /quality/icao_crop"
            })
    void errorsCanBeReadAsWell(String line, RunningServer server) throws IOException {
        RawHttp.Answer answer = send(server, line, ORIGIN + "Content-Length: 0\r\n");

        assertThat(answer.status()).isIn(401, 404, 405);
        assertThat(answer.headers())
                .contains("\r\nAccess-Control-Allow-Origin: *\r\n")
                .contains("\r\nCross-Origin-Resource-Policy: cross-origin\r\n")
                .doesNotContain("same-origin");
    }

    @Test
    void answersCanBeRead(RunningServer server) {
        var answer =
                server.send(
                        server.to("/multibiometrics/face_detect")
                                .header("Ocp-Apim-Subscription-Key", server.apiKey())
                                .header("Origin", "https://shop.example")
                                .POST(BodyPublishers.ofString(Bodies.check(Bodies.NOBODY))));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers"))
                .hasValue("X-Request-Id, Retry-After");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bioserver-app/v2/match/images", "/bioserver-app/v2/capabilities"})
    void otherApisStayClosed(String path, RunningServer server) throws IOException {
        for (String method : new String[] {"OPTIONS ", "POST "}) {
            assertThat(send(server, method + path, ORIGIN).headers())
                    .doesNotContain("Access-Control-")
                    .contains("Cross-Origin-Resource-Policy: same-origin");
        }
    }

    @Test
    void aPlainOptionsNamesTheMethods(RunningServer server) throws IOException {
        RawHttp.Answer answer = send(server, "OPTIONS /multibiometrics/enroll", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).contains("\r\nAllow: POST,OPTIONS\r\n");
    }

    @Test
    void canBeRestrictedToSomeOrigins() throws IOException {
        Map<String, String> settings =
                Map.of(
                        "selfsame.multibiometrics.allowed-origins",
                        "https://shop.example,https://desk.example:8443");
        try (RunningServer server = RunningServer.start(data, settings)) {
            String line = "OPTIONS /multibiometrics/enroll";
            String asks = "Access-Control-Request-Method: POST\r\n";

            assertThat(send(server, line, ORIGIN + asks).headers())
                    .contains("\r\nAccess-Control-Allow-Origin: https://shop.example\r\n")
                    .contains("\r\nVary: Origin\r\n");
            assertThat(send(server, line, "Origin: https://evil.example\r\n" + asks).headers())
                    .doesNotContain("Access-Control-")
                    .contains("\r\nVary: Origin\r\n");
        }
    }

    private static RawHttp.Answer send(RunningServer server, String line, String headers)
            throws IOException {
        return RawHttp.exchange(
                server.address(),
                line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
