package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.selfsame.server.testing.GoldenExchange;
import dev.selfsame.server.testing.GoldenExchange.Expected;
import dev.selfsame.server.testing.GoldenExchange.Request;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

@ExtendWith(ServerExtension.class)
final class ContractTest {

    static List<GoldenExchange> exchanges() throws IOException {
        return GoldenExchange.in(Path.of("src/test/resources/contract/multibiometrics"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsWritten(GoldenExchange exchange, RunningServer server) throws IOException {
        Request request = exchange.read(values(server));
        Expected expected = exchange.expected();

        HttpResponse<String> answer = server.send(http(request, server));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
        expected.headers()
                .forEach(
                        (name, value) ->
                                assertThat(answer.headers().firstValue(name))
                                        .as(name)
                                        .hasValueSatisfying(it -> assertThat(it).matches(value)));
        assertThat(answer.body()).matches(expected.body());
    }

    private static HttpRequest.Builder http(Request request, RunningServer server) {
        HttpRequest.Builder http = server.to(request.path());
        for (String header : request.headers()) {
            String[] pair = header.split(": ", 2);
            http.header(pair[0], pair[1]);
        }
        return http.method(request.method(), BodyPublishers.ofByteArray(request.body()));
    }

    private static Map<String, byte[]> values(RunningServer server) {
        Map<String, String> values = new HashMap<>();
        values.put("apikey", server.apiKey());
        values.put("anna", Bodies.ANNA);
        values.put("anna-again", Bodies.ANNA_AGAIN);
        values.put("berta", Bodies.BERTA);
        values.put("nobody", Bodies.NOBODY);
        values.put("finger", Bodies.FINGER);
        values.put("new", UUID.randomUUID().toString());
        values.put("enrolled", enrolled(server));
        values.put("deleted", enrolled(server));
        Map<String, byte[]> bytes = new HashMap<>();
        values.forEach((name, value) -> bytes.put(name, value.getBytes(US_ASCII)));
        return bytes;
    }

    private static String enrolled(RunningServer server) {
        String id = UUID.randomUUID().toString();
        String body =
                Bodies.person(
                        id,
                        "\"Face\":[{\"Face-1\":\"%s\"}],\"Fingers\":[{\"Finger-2\":\"%s\"}]"
                                .formatted(Bodies.ANNA, Bodies.FINGER));
        assertThat(server.postJson("/multibiometrics/enroll", body).statusCode()).isEqualTo(200);
        return id;
    }
}
