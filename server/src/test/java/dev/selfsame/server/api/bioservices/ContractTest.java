package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.GoldenExchange;
import dev.selfsame.server.testing.GoldenExchange.Expected;
import dev.selfsame.server.testing.GoldenExchange.Request;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ContractTest {

    private final Map<String, byte[]> unchanged = new HashMap<>();

    static List<GoldenExchange> exchanges() throws IOException {
        return GoldenExchange.in(Path.of("src/test/resources/contract/bioservices"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void answersAsWritten(GoldenExchange exchange, RunningServer server) throws IOException {
        Request request = exchange.read(values(server, exchange));
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
        return http.method(
                request.method(),
                request.body().length == 0
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofByteArray(request.body()));
    }

    private Map<String, byte[]> values(RunningServer server, GoldenExchange exchange)
            throws IOException {
        String request = Files.readString(exchange.request());
        Map<String, byte[]> values = new HashMap<>();
        values.put("apikey", ascii(server.apiKey()));
        // why this scope: no route of this API is open to it
        values.put("foreign-key", ascii(server.newKey("multibiometrics")));
        values.put("anna", Faces.anna());
        values.put("anna-again", Faces.annaAgain());
        values.put("berta", Faces.berta());
        values.put("group", Faces.group());
        values.put("nobody", Faces.nobody());
        if (request.contains("{{session}}") || request.contains("{{face-json}}")) {
            boolean changes =
                    !request.startsWith("GET ")
                            && !exchange.name().matches(".*-(without|of-no)-.*");
            if (changes) {
                addSession(server, values);
            } else {
                if (unchanged.isEmpty()) {
                    addSession(server, unchanged);
                }
                values.putAll(unchanged);
            }
        }
        if (request.contains("{{bare-session}}")) {
            SessionClient client = SessionClient.of(server);
            String bare = client.open("{}");
            values.put("bare-session", ascii(id(bare)));
            values.put("bare-face", ascii(id(client.add(bare, Faces.anna()))));
        }
        return values;
    }

    /** A session of two people that keeps pictures. */
    private static void addSession(RunningServer server, Map<String, byte[]> values) {
        SessionClient client = SessionClient.of(server);
        String session = client.open("{\"correlationId\":\"c-1\",\"imageStorageEnabled\":true}");
        String face = client.add(session, Faces.anna());
        client.add(session, Faces.berta());
        values.put("session", ascii(id(session)));
        values.put("face", ascii(id(face)));
        values.put("face-json", client.get(face).body().getBytes(StandardCharsets.UTF_8));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
