package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RawHttp;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

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

    @Test
    @Timeout(300)
    void refusesBeforeItAsksForTheBody() throws Exception {
        Map<String, String> tiny =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "1ms");
        try (RunningServer server = RunningServer.start(data, tiny);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            MultipartBody body = MultipartBody.match(Faces.anna(), Faces.berta());
            String head =
                    ("POST %s HTTP/1.1\r\nHost: x\r\napikey: %s\r\nContent-Type: %s\r\n"
                                    + "Content-Length: %d\r\nExpect: 100-continue\r\n\r\n")
                            .formatted(
                                    PATH, server.apiKey(), body.contentType(), body.bytes().length);
            AtomicBoolean enough = new AtomicBoolean();
            Future<?> occupying =
                    clients.submit(
                            () -> {
                                while (!enough.get()) {
                                    server.post(PATH, body);
                                }
                            });
            // why again and again: between two matches the worker is free, and the body wanted
            RawHttp.Answer answer = RawHttp.exchange(server.address(), head);
            while (answer.status() == 100) {
                answer = RawHttp.exchange(server.address(), head);
            }
            enough.set(true);
            occupying.get();

            assertThat(answer.status()).isEqualTo(429);
            assertThat(answer.headers()).contains("Retry-After: ");
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
