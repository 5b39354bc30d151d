package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@Timeout(300)
final class FairnessTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final Pattern QUEUE = Pattern.compile("selfsame_admission_queue ([0-9.]+)");
    private static final int FLOODING = 24;
    private static final int REQUESTS = 10;

    @TempDir private Path data;

    @Test
    void answersOneTenantWhileAnotherAsksForTooMuch() throws Exception {
        Map<String, String> settings =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "60s");
        try (RunningServer server = RunningServer.start(data, settings);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
            String flooding = server.newTenantKey("flooding");
            String single = server.newTenantKey("single");
            AtomicBoolean enough = new AtomicBoolean();
            Queue<Integer> flooded = new ConcurrentLinkedQueue<>();
            List<Future<?>> flood = new ArrayList<>();
            for (int i = 0; i < FLOODING; i++) {
                flood.add(
                        clients.submit(
                                () -> {
                                    while (!enough.get()) {
                                        flooded.add(status(server, flooding, body));
                                    }
                                }));
            }
            List<Integer> answered = new ArrayList<>();
            int before;
            int meanwhile;
            try {
                awaitQueue(server, FLOODING - 2);
                before = flooded.size();
                while (answered.size() < REQUESTS) {
                    answered.add(status(server, single, body));
                }
                meanwhile = flooded.size() - before;
            } finally {
                enough.set(true);
            }
            for (Future<?> one : flood) {
                one.get();
            }

            assertThat(answered).containsOnly(200);
            assertThat(flooded).contains(200).isSubsetOf(200, 429);
            // first come first served, each of the requests would wait for all of the flood
            assertThat(meanwhile).isLessThan(REQUESTS * FLOODING / 2);
        }
    }

    private static void awaitQueue(RunningServer server, int length) {
        double waiting;
        do {
            Matcher matcher =
                    QUEUE.matcher(
                            server.get("/actuator/prometheus", "apikey", server.apiKey()).body());
            waiting = matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
        } while (waiting < length);
    }

    private static int status(RunningServer server, String key, MultipartBody body) {
        return server.send(
                        server.to(PATH)
                                .header("apikey", key)
                                .header("Content-Type", body.contentType())
                                .POST(BodyPublishers.ofByteArray(body.bytes())))
                .statusCode();
    }
}
