package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.api.docs.ApiDocument.Operation;
import dev.selfsame.server.testing.GoldenExchange;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Every golden exchange is one that the documents describe, to the last member. */
final class GoldenExchangesDescribedTest {

    private static final Path FOLDER = Path.of("src/test/resources/contract");
    private static final Set<String> DESCRIBED_HEADERS =
            Set.of("Location", "Retry-After", "WWW-Authenticate");
    private static final Map<String, StrictSchemas> SCHEMAS = schemas();

    static List<GoldenExchange> exchanges() throws IOException {
        Path bioservices = FOLDER.resolve("bioservices");
        List<GoldenExchange> all = new ArrayList<>(GoldenExchange.in(bioservices));
        for (String worse : List.of("large", "busy", "broken")) {
            all.addAll(GoldenExchange.in(bioservices, bioservices.resolve(worse)));
        }
        all.addAll(GoldenExchange.in(FOLDER.resolve("multibiometrics")));
        return all;
    }

    private static Map<String, StrictSchemas> schemas() {
        Map<String, StrictSchemas> schemas = new TreeMap<>();
        ApiDocument.all().forEach(it -> schemas.put(it.name(), new StrictSchemas(it)));
        return schemas;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void isDescribed(GoldenExchange exchange) throws IOException {
        GoldenText request = GoldenText.of(exchange.request());
        GoldenText answer = GoldenText.of(exchange.response());
        Optional<Operation> operation =
                ApiDocument.allOperations().stream().filter(request::isOf).findFirst();
        int status = Integer.parseInt(answer.line());

        if (operation.isEmpty()) {
            assertThat(status).isIn(404, 405);
            return;
        }
        assertAnswerIsDescribed(operation.get(), status, answer);
        if (status < 300) {
            assertRequestIsDescribed(operation.get(), request);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"1\",\"currentMode\":[\"M\"],\"more\":1}",
                "{\"version\":\"1\"}",
                "{\"version\":1,\"currentMode\":[\"M\"]}",
                "{\"version\":null,\"currentMode\":[\"M\"]}",
                "{\"version\":\"1\",\"currentMode\":\"M\"}",
                "[]"
            })
    void noticesWhatIsNotDescribed(String answer) {
        ApiDocument document = ApiDocument.of("bioservices");
        JsonNode schema = document.schemas().get("Capabilities");

        assertThat(new StrictSchemas(document).faults(schema, ApiDocument.JSON.readTree(answer)))
                .isNotEmpty();
    }

    private static void assertAnswerIsDescribed(
            Operation operation, int status, GoldenText answer) {
        JsonNode described = operation.answer(status);
        assertThat(described.isObject()).as(operation + " answers " + status).isTrue();
        assertThat(described.path("headers").propertyNames())
                .containsAll(
                        answer.headers().keySet().stream()
                                .filter(DESCRIBED_HEADERS::contains)
                                .toList());
        if (answer.body().isEmpty()) {
            assertThat(described.has("content")).as("a body").isFalse();
            return;
        }
        JsonNode media = described.path("content").path(answer.mediaType());
        assertThat(media.isObject()).as(status + " as " + answer.mediaType()).isTrue();
        if (answer.mediaType().startsWith("image/")) {
            return;
        }
        assertThat(faults(operation, media.get("schema"), answer.value())).isEmpty();
    }

    private static void assertRequestIsDescribed(Operation operation, GoldenText request) {
        assertThat(operation.parameters("query", false)).containsAll(request.queryNames());
        if (request.body().isEmpty()) {
            return;
        }
        JsonNode content = operation.node().at("/requestBody/content");
        JsonNode media =
                request.headers().containsKey("Content-Type")
                        ? content.path(request.mediaType())
                        : content.iterator().next();
        assertThat(media.isObject()).as("a body of " + request.mediaType()).isTrue();
        if (request.mediaType().startsWith("multipart/")) {
            assertPartsAreDescribed(operation, media, request);
        } else {
            assertThat(faults(operation, media.get("schema"), request.value())).isEmpty();
        }
    }

    private static void assertPartsAreDescribed(
            Operation operation, JsonNode media, GoldenText request) {
        Map<String, String> parts = request.parts();
        JsonNode schema = operation.document().resolve(media.get("schema"));
        assertThat(schema.get("properties").propertyNames()).containsAll(parts.keySet());
        schema.get("required").forEach(it -> assertThat(parts).containsKey(it.asString()));
        parts.forEach(
                (name, text) -> {
                    JsonNode value =
                            text.startsWith("{")
                                    ? ApiDocument.JSON.readTree(text)
                                    : ApiDocument.JSON.getNodeFactory().stringNode(text);
                    JsonNode property = schema.get("properties").get(name);
                    assertThat(faults(operation, property, value)).as(name).isEmpty();
                });
    }

    private static List<String> faults(Operation operation, JsonNode schema, JsonNode value) {
        return Objects.requireNonNull(SCHEMAS.get(operation.document().name()))
                .faults(schema, value);
    }
}
