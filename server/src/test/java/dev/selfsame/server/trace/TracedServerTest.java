package dev.selfsame.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Collector;
import dev.selfsame.server.testing.Collector.Part;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RawHttp;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a server says about its work, all of it switched on: traces, the log on standard output, and
 * the list of requests. A process, since logging is set up once in each.
 */
final class TracedServerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MATCH = "/bioserver-app/v2/match/images";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDER = "00f067aa0ba902b7";
    private static final String FAILED_TRACE = "4bf92f3577b34da6a3ce929d0e0e4737";
    private static final String LEFT_OUT = "4bf92f3577b34da6a3ce929d0e0e4738";

    @TempDir private static Path folder;

    private static Collector collector;
    private static String secret = "";
    private static String matched = "";
    private static String refused = "";
    private static String malformed = "";
    private static List<String> output = new ArrayList<>();

    @BeforeAll
    static void askAServerAndStopIt() throws Exception {
        collector = new Collector();
        try (CommandProcess process = start()) {
            JsonNode ready = JSON.readTree(process.line());
            while (!ready.has("address")) {
                output.add(ready.toString());
                ready = JSON.readTree(process.line());
            }
            URI address = URI.create(ready.get("address").stringValue());
            String key = ready.get("apiKey").stringValue();
            secret = key.substring(key.lastIndexOf('_') + 1);
            matched =
                    post(address, key, traceparent(TRACE, "01"), faces())
                            .headers()
                            .firstValue("X-Request-Id")
                            .orElseThrow();
            refused =
                    JSON.readTree(
                                    post(
                                                    address,
                                                    key,
                                                    traceparent(FAILED_TRACE, "01"),
                                                    MultipartBody.formData())
                                            .body())
                            .get("id")
                            .stringValue();
            post(address, key, traceparent(LEFT_OUT, "00"), MultipartBody.formData());
            post(address, key, "00-zz-zz-zz", MultipartBody.formData());
            malformed =
                    JSON.readTree(RawHttp.exchange(address, "GET /hush hush hush\r\n\r\n").body())
                            .get("id")
                            .stringValue();
            process.terminate();
            output.addAll(process.lines());
            assertThat(process.exitCode()).isZero();
            assertThat(process.errors()).isEmpty();
        }
    }

    @AfterAll
    static void stop() {
        collector.close();
    }

    private static CommandProcess start() throws IOException {
        return CommandProcess.start(
                folder,
                Map.of(
                        "SELFSAME_TRACES_ENDPOINT", collector.endpoint().toString(),
                        "SELFSAME_TRACES_AUTHORIZATION", "Bearer hush",
                        "SELFSAME_LOGS_CONSOLE", "ecs",
                        "SELFSAME_LOGS_FILE", "false",
                        "SELFSAME_LOGS_ACCESS", "true"),
                "serve",
                "--json",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
    }

    @Test
    void aRequestIsPartOfWhatItsSenderDoesAndShowsItsParts() {
        List<Part> parts = collector.of(TRACE);
        Part request = named(parts, "POST " + MATCH);

        assertThat(request.parent()).isEqualTo(SENDER);
        assertThat(request.kind()).isEqualTo(2);
        assertThat(request.notes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.route", MATCH)
                .containsEntry("http.response.status_code", "200")
                .containsEntry("selfsame.request.id", matched)
                .containsEntry("selfsame.tenant", "default");
        assertThat(parts)
                .filteredOn(it -> !it.equals(request))
                .allSatisfy(it -> assertThat(it.parent()).isEqualTo(request.id()))
                .allSatisfy(it -> assertThat(it.tookNanos()).isBetween(0L, request.tookNanos()))
                .extracting(Part::name)
                .contains("admission.wait", "engine")
                .anyMatch(it -> it.startsWith("ApiKeyStore."));
        assertThat(named(parts, "engine").tookNanos()).isPositive();
    }

    @Test
    void aRefusedRequestHasItsStatus() {
        assertThat(named(collector.of(FAILED_TRACE), "POST " + MATCH).notes())
                .containsEntry("http.response.status_code", "400")
                .containsEntry("selfsame.request.id", refused);
    }

    @Test
    void whatItsSenderDoesNotTraceIsNotTraced() {
        assertThat(collector.of(LEFT_OUT)).isEmpty();
    }

    @Test
    void tracesHoldNothingOfWhatWasAskedWith() {
        assertThat(collector.authorizations()).isNotEmpty().containsOnly("Bearer hush");
        assertThat(collector.bodies()).doesNotContain(secret, "hush", "ID_DOCUMENT", "127.0.0.1");
        assertThat(collector.all())
                .flatExtracting(it -> it.notes().keySet())
                .isSubsetOf(
                        Set.of(
                                "db.system.name",
                                "http.request.method",
                                "http.response.status_code",
                                "http.route",
                                "selfsame.request.id",
                                "selfsame.tenant"));
    }

    @Test
    void theIdOfAnErrorAndOfItsTraceAreInTheLogOnStandardOutput() {
        JsonNode line =
                output.stream()
                        .map(JSON::readTree)
                        .filter(it -> it.path("requestId").asString("").equals(refused))
                        .filter(it -> it.path("message").asString("").equals("request"))
                        .findFirst()
                        .orElseThrow();

        assertThat(line.get("status").intValue()).isEqualTo(400);
        assertThat(line.get("traceId").stringValue()).isEqualTo(FAILED_TRACE);
        assertThat(output)
                .anyMatch(it -> it.contains(refused) && it.contains("request refused"))
                .noneMatch(it -> it.contains(secret) || it.contains("hush"));
    }

    @Test
    void theFileIsLeftAloneWhereItIsSwitchedOff() throws IOException {
        assertThat(Files.readString(folder.resolve("data/logs/selfsame.log")))
                .doesNotContain(refused, matched);
    }

    @Test
    void theListOfRequestsHasTheirIdsAndNoQueries() throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(folder.resolve("data/logs"))) {
            file = files.filter(it -> it.toString().contains("access.")).findFirst().orElseThrow();
        }

        assertThat(Files.readAllLines(file))
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(it -> it.startsWith("127.0.0.1 - - ["))
                .anyMatch(it -> it.contains("\"POST " + MATCH) && it.endsWith(refused))
                .anyMatch(it -> it.contains(" 400 ") && it.endsWith(malformed))
                .noneMatch(it -> it.contains(secret) || it.contains("secret=query"));
    }

    private static Part named(List<Part> parts, String name) {
        return parts.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static String traceparent(String trace, String flags) {
        return "00-" + trace + "-" + SENDER + "-" + flags;
    }

    private static MultipartBody faces() {
        return MultipartBody.match(Faces.anna(), Faces.berta());
    }

    private static HttpResponse<String> post(
            URI address, String key, String traceparent, MultipartBody body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(address.resolve(MATCH + "?secret=query"))
                            .header("apikey", key)
                            .header("traceparent", traceparent)
                            .header("Content-Type", body.contentType())
                            .POST(BodyPublishers.ofByteArray(body.bytes()))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
