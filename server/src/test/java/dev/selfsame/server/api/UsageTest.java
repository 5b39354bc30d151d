package dev.selfsame.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.status.ApiGroup;
import dev.selfsame.server.status.DayRequests;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.CommandProcess;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.usage.UsageQuery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests are counted exactly, over HTTP, on both databases. */
@ExtendWith(DatabasesExtension.class)
final class UsageTest {

    private static final String MATCH = "/bioserver-app/v2/match/images";
    private static final UsageQuery ALL =
            new UsageQuery(null, LocalDate.of(2000, 1, 1), LocalDate.of(9999, 1, 1));
    private static final int THREADS = 8;
    private static final int REQUESTS = 60;

    @TempDir private Path folder;

    private final Databases databases;

    UsageTest(Databases databases) {
        this.databases = databases;
    }

    @ParameterizedTest
    @EnumSource(DatabaseKind.class)
    void everyRequestIsCountedOnceAndARestartForgetsNone(DatabaseKind kind) throws Exception {
        DatabaseOptions options = databases.fresh(kind);
        Map<String, String> settings = Databases.settings(options);
        String match;
        String metrics;
        Path data = folder.resolve("data");
        try (RunningServer server = RunningServer.start(data, settings)) {
            match = server.newKey("match");
            metrics = server.newKey("metrics");
            assertThat(server.post(MATCH, MultipartBody.match(Faces.anna(), Faces.anna())))
                    .returns(200, it -> it.statusCode());
            runTogether(() -> sendMany(server, match, 400), () -> sendMany(server, metrics, 403));
            // nobody's, and no operation's
            assertThat(post(server, "ssk_nobody").statusCode()).isEqualTo(401);
            server.get("/bioserver-app/v2/capabilities", "apikey", match);
            server.get("/nothing", "apikey", match);
        }
        String all;
        try (RunningServer server = RunningServer.start(data, settings)) {
            assertThat(post(server, match).statusCode()).isEqualTo(400);
            all = server.apiKey();
        }

        assertThat(measured(options, data)).isEqualTo(1 + THREADS * REQUESTS + 1);
        long half = THREADS / 2 * REQUESTS;
        assertThat(counts(options, data))
                .isEqualTo(
                        Map.of(
                                id(all) + " bioservices.match ok",
                                1L,
                                id(match) + " bioservices.match refused",
                                half + 1,
                                id(metrics) + " bioservices.match refused",
                                half));
    }

    @Test
    void aRequestThatWasAnsweredIsCountedHoweverTheServerEnds() throws Exception {
        Path data = folder.resolve("data");
        HttpClient client = HttpClient.newHttpClient();
        String key;
        try (CommandProcess server =
                CommandProcess.start(
                        folder, "serve", "--json", "--port", "0", "--data", data.toString())) {
            JsonNode ready = JsonMapper.builder().build().readTree(server.line());
            key = ready.get("apiKey").stringValue();
            URI address = URI.create(ready.get("address").stringValue());
            for (int i = 0; i < 20; i++) {
                assertThat(
                                client.send(request(address, key).build(), BodyHandlers.ofString())
                                        .statusCode())
                        .isEqualTo(400);
            }
            server.kill();
            server.exitCode();
        }

        assertThat(counts(DatabaseOptions.EMBEDDED, data))
                .isEqualTo(Map.of(id(key) + " bioservices.match refused", 20L));
    }

    /** What the status page knows of, without anybody's name. */
    private static long measured(DatabaseOptions options, Path data) {
        try (Database database = Database.open(options, data.resolve("db/selfsame"))) {
            List<DayRequests> all = database.status().requests(LocalDate.of(2000, 1, 1));
            assertThat(all)
                    .allSatisfy(
                            day -> {
                                assertThat(day.api()).isEqualTo(ApiGroup.BIOMETRIC_SERVICES);
                                assertThat(day.failed()).isZero();
                                assertThat(
                                                day.times().counts().values().stream()
                                                        .reduce(0L, Long::sum))
                                        .isEqualTo(day.requests());
                            });
            return all.stream().mapToLong(DayRequests::requests).sum();
        }
    }

    private static Map<String, Long> counts(DatabaseOptions options, Path data) {
        Map<String, Long> counts = new TreeMap<>();
        try (Database database = Database.open(options, data.resolve("db/selfsame"))) {
            database.usage()
                    .list(ALL)
                    .forEach(
                            it ->
                                    counts.merge(
                                            it.counted().keyId()
                                                    + " "
                                                    + it.counted().operation()
                                                    + " "
                                                    + it.counted().outcome().id(),
                                            it.requests(),
                                            Long::sum));
        }
        return counts;
    }

    @SafeVarargs
    private static void runTogether(Callable<Boolean>... tasks) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            all.add(tasks[i % tasks.length]);
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<Boolean> done : threads.invokeAll(all)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private static boolean sendMany(RunningServer server, String key, int status) {
        for (int i = 0; i < REQUESTS; i++) {
            assertThat(post(server, key).statusCode()).isEqualTo(status);
        }
        return true;
    }

    private static HttpResponse<String> post(RunningServer server, String key) {
        return server.send(request(server.address(), key));
    }

    private static HttpRequest.Builder request(URI address, String key) {
        return HttpRequest.newBuilder(address.resolve(MATCH))
                .header("apikey", key)
                .header("Content-Type", MultipartBody.formData().contentType())
                .POST(BodyPublishers.ofString("no parts"));
    }

    private static String id(String key) {
        return key.split("_", -1)[1];
    }
}
