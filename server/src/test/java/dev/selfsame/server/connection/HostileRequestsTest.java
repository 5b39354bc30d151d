package dev.selfsame.server.connection;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;

import dev.selfsame.server.testing.LogLines;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.SocketException;

/** Requests that are too large, and such as two servers in a row would read differently. */
@ExtendWith(ServerExtension.class)
final class HostileRequestsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SMUGGLED = "GET /actuator/health HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String MATCH = "/bioserver-app/v2/match/images";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n2\r\nab\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked, identity\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding : chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Transfer-Encoding: \u000bchunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "X: y\rTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
                "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
                "Content-Length: 5, 5\r\n\r\nabcde",
                "Content-Length: +5\r\n\r\nabcde",
                "Content-Length: 0x5\r\n\r\nabcde",
                "Content-Length: 5 5\r\n\r\nabcde",
                "Content-Length: -1\r\n\r\n",
                "Content-Length: 99999999999999999999\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-1\r\n",
                "Transfer-Encoding: chunked\r\n\r\n0x0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n"
            })
    void noRequestIsHiddenInTheBodyOfAnother(String rest, RunningServer server) throws IOException {
        for (String key : new String[] {"apikey: " + server.apiKey() + "\r\n", ""}) {
            try (LogLines log = LogLines.of("org.apache")) {
                String said =
                        RawHttp.text(
                                server.address(),
                                "POST "
                                        + MATCH
                                        + " HTTP/1.1\r\nHost: x\r\n"
                                        + "Content-Type: multipart/form-data; boundary=b\r\n"
                                        + key
                                        + rest
                                        + SMUGGLED);

                assertThat(said)
                        .startsWith("HTTP/1.1 ")
                        .doesNotContain("HTTP/1.1 2", "\"UP\"", "Exception", "org.apache");
                assertThat(log.from(Level.WARN)).isEmpty();
            }
        }
    }

    @Test
    void whatFollowsABodyIsARequestOfItsOwn(RunningServer server) throws IOException {
        String said =
                RawHttp.text(
                        server.address(),
                        "GET /actuator/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde"
                                + "fgh\r\n\r\n");

        assertThat(said).startsWith("HTTP/1.1 200").contains("\"UP\"", "HTTP/1.1 400");
    }

    @Test
    void aBodyThatIsShorterThanAnnouncedIsRefused(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        "POST "
                                + MATCH
                                + " HTTP/1.1\r\nHost: x\r\napikey: "
                                + server.apiKey()
                                + "\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                                + "Content-Length: 500\r\n\r\n--b\r\n");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).has("message")).isTrue();
    }

    @Test
    void tooLongARequestLineIsRefused(RunningServer server) throws IOException {
        assertRefused(server, "GET /" + "a".repeat(9_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET / HTTP/1.1\r\nHost: x\r\nX: ", "\u0000"})
    void aHeadThatDoesNotEndEndsTheConnection(String beginning, RunningServer server) {
        try {
            assertThat(RawHttp.text(server.address(), beginning + "a".repeat(8_000_000)))
                    .startsWith("HTTP/1.1 400");
        } catch (IOException e) {
            // why either: it does not wait until its client has sent all that it refuses
            assertThat(e).isInstanceOf(SocketException.class);
        }

        assertThat(server.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void tooManyHeadersAreRefused(RunningServer server) throws IOException {
        assertRefused(server, "GET / HTTP/1.1\r\nHost: x\r\n" + "a: b\r\n".repeat(150) + "\r\n");
    }

    private static void assertRefused(RunningServer server, String request) throws IOException {
        RawHttp.Answer answer = RawHttp.exchange(server.address(), request);

        assertThat(answer.status()).isEqualTo(400);
        JsonNode error = JSON.readTree(answer.body());
        assertThat(error.get("id").stringValue()).hasSize(36);
        assertThat(answer.headers()).contains("X-Request-Id: " + error.get("id").stringValue());
    }

    @ParameterizedTest
    @CsvSource({
        "/bioserver-app/v2/match/images, apikey, multipart/form-data; boundary=b",
        "/multibiometrics/enroll, Ocp-Apim-Subscription-Key, application/json",
        "/video-server/init-liveness-session, apikey, application/json"
    })
    void aBodyBeyondTheLimitIsRefusedBeforeItIsSent(
            String path, String header, String type, RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        ("POST %s HTTP/1.1\r\nHost: x\r\n%s: %s\r\nContent-Type: %s\r\n"
                                        + "Content-Length: 60000001\r\nConnection: close\r\n\r\n")
                                .formatted(path, header, server.apiKey(), type));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(JSON.readTree(answer.body()).toString()).contains("larger than 60000000 bytes");
    }

    @Test
    void aBodyOfUnknownLengthIsCutAtTheLimit(RunningServer server) throws IOException {
        RawHttp.Answer answer =
                RawHttp.exchange(
                        server.address(),
                        "POST /portal/api/sign-in HTTP/1.1\r\nHost: x\r\n"
                                + "Content-Type: application/json\r\nConnection: close\r\n"
                                + "Transfer-Encoding: chunked\r\n\r\n"
                                + ("4000\r\n" + " ".repeat(0x4000) + "\r\n").repeat(8)
                                + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(JSON.readTree(answer.body()).toString()).contains("larger than 65536 bytes");
    }
}
