package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

final class OverloadTest {

    private static final int CLIENTS = 48;

    @TempDir private Path data;

    @Test
    void tellsThoseItCannotServeWhenToComeBack() throws Exception {
        Map<String, String> tiny =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "100ms");
        try (RunningServer server = RunningServer.start(data, tiny)) {
            List<HttpResponse<String>> answers = flood(server);

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
            for (HttpResponse<String> answer : answers) {
                if (answer.statusCode() == 429) {
                    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow())
                            .isBetween(1L, 60L);
                    assertThat(answer.body())
                            .startsWith("{\"statusCode\":429,\"message\":\"the server is busy;");
                }
            }
            assertThat(server.get("/actuator/prometheus", "apikey", server.apiKey()).body())
                    .contains("selfsame_uploads_held_bytes 0.0");
        }
    }

    private static List<HttpResponse<String>> flood(RunningServer server) throws Exception {
        String body = Bodies.extract("FACE", "BIOPASS", Bodies.ANNA);
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                sent.add(clients.submit(() -> server.postJson("/multibiometrics/extract", body)));
            }
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : sent) {
            answers.add(answer.get());
        }
        return answers;
    }
}
