package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

@ExtendWith(ServerExtension.class)
final class ContractTest {

    static List<GoldenExchange> exchanges() throws IOException {
        return GoldenExchange.in(Path.of("src/test/resources/contract/bioservices"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsWritten(GoldenExchange exchange, RunningServer server) throws IOException {
        Request request = exchange.read(values(server));
        Expected expected = exchange.expected();

        HttpResponse<String> answer = server.send(http(request, server));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected.status());
        for (String header : expected.headers()) {
            String[] pair = header.split(": ", 2);
            assertThat(answer.headers().firstValue(pair[0])).as(pair[0]).hasValue(pair[1]);
        }
        assertThat(answer.body()).matches(expected.body());
    }

    private static HttpRequest.Builder http(Request request, RunningServer server) {
        HttpRequest.Builder http = server.to(request.path());
        for (String header : request.headers()) {
            String[] pair = header.split(": ", 2);
            http.header(pair[0], pair[1]);
        }
        return http.method(
                request.method(),
                request.body().length == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(request.body()));
    }

    private static Map<String, byte[]> values(RunningServer server) {
        return Map.of(
                "apikey", server.apiKey().getBytes(StandardCharsets.US_ASCII),
                "anna", Faces.anna(),
                "anna-again", Faces.annaAgain(),
                "berta", Faces.berta(),
                "group", Faces.group(),
                "nobody", Faces.nobody());
    }
}
