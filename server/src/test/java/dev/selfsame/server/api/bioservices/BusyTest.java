package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
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

final class BusyTest {

    private static final String PATH = "/bioserver-app/v2/match/images";
    private static final int CLIENTS = 64;

    @TempDir private Path data;

    @Test
    void servesWhatItCanAndTellsTheRestWhenToComeBack() throws Exception {
        Map<String, String> tiny =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "300ms");
        try (RunningServer server = RunningServer.start(data, tiny)) {
            List<HttpResponse<String>> answers = flood(server);

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
            for (HttpResponse<String> answer : answers) {
                if (answer.statusCode() == 429) {
                    String seconds = answer.headers().firstValue("Retry-After").orElseThrow();
                    assertThat(Integer.parseInt(seconds)).isBetween(1, 60);
                    assertThat(answer.body()).contains("\"message\":\"the server is busy;");
                }
            }
            assertThat(server.get("/actuator/prometheus", "apikey", server.apiKey()).body())
                    .containsPattern("selfsame_admission_refused_total [1-9]")
                    .contains("selfsame_uploads_held_bytes 0.0");
        }
    }

    private static List<HttpResponse<String>> flood(RunningServer server) throws Exception {
        MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
        List<Future<HttpResponse<String>>> sent = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                sent.add(clients.submit(() -> server.post(PATH, body)));
            }
        }
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (Future<HttpResponse<String>> answer : sent) {
            answers.add(answer.get());
        }
        return answers;
    }
}
