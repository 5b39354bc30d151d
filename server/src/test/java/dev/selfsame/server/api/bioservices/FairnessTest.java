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

@Timeout(300)
final class FairnessTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final int FLOODING_CLIENTS = 48;

    @TempDir private Path data;

    @Test
    void answersOneTenantWhileAnotherAsksForTooMuch() throws Exception {
        Map<String, String> tiny =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "2s");
        try (RunningServer server = RunningServer.start(data, tiny);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            String flooding = server.newTenantKey("flooding");
            String single = server.newTenantKey("single");
            MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
            AtomicBoolean enough = new AtomicBoolean();
            List<Future<?>> flood = new ArrayList<>();
            Queue<Integer> flooded = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < FLOODING_CLIENTS; i++) {
                flood.add(
                        clients.submit(
                                () -> {
                                    while (!enough.get()) {
                                        flooded.add(status(server, flooding, body));
                                    }
                                }));
            }
            List<Integer> answered = new ArrayList<>();
            try {
                while (!flooded.contains(429)) {
                    Thread.onSpinWait();
                }
                while (answered.size() < 10) {
                    answered.add(status(server, single, body));
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> one : flood) {
                one.get();
            }

            assertThat(answered).containsOnly(200);
            assertThat(flooded).contains(200, 429).isSubsetOf(200, 429);
        }
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
