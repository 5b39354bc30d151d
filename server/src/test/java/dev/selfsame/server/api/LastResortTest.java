package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

@ExtendWith(ServerExtension.class)
final class LastResortTest {

    private static final String ERROR = "\\{\"id\":\"[0-9a-f-]{36}\",\"message\":\"[^\"]+\"}";

    static Stream<String> malformedRequests() {
        return Stream.of(
                "GET /a b c HTTP/1.1\r\nHost: x\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n",
                "GET /<script> HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x:y:z\r\n\r\n",
                "GET /a/../../b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad Header: 1\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("malformedRequests")
    void answersMalformedHttpWithJson(String request, RunningServer server) throws IOException {
        RawHttp.Answer answer = RawHttp.exchange(server.address(), request);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.headers()).contains("Content-Type: application/json");
        assertThat(answer.body()).matches(ERROR);
        assertThat(answer.body()).doesNotContain("java", "org.apache", "Exception", "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", "/bioserver-app/v2/nothing", "/bioserver-app", "/error"})
    void answersUnknownPathsWithJson(String path, RunningServer server) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).matches(ERROR);
    }

    @Test
    void namesTheAllowedMethod(RunningServer server) {
        HttpResponse<String> answer =
                server.send(
                        server.to("/bioserver-app/v2/match/images")
                                .header("apikey", server.apiKey())
                                .PUT(BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.body()).matches(ERROR);
    }

    @Test
    void saysThatAnswersAreJson(RunningServer server) {
        HttpResponse<String> answer =
                server.get(
                        "/bioserver-app/v2/capabilities",
                        "apikey",
                        server.apiKey(),
                        "Accept",
                        "image/png");

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).matches(ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bioserver-app/v2/capabilities", "/nothing", "/actuator/health"})
    void everyAnswerIsSafeInABrowser(String path, RunningServer server) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
