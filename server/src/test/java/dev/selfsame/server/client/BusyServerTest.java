package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.FacePicture;
import dev.selfsame.client.Match;
import dev.selfsame.client.RetryRules;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.Signed;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers at once, of a server that can serve few. */
final class BusyServerTest {

    private static final int CALLERS = 48;

    @TempDir private Path data;

    @Test
    @Timeout(600)
    void everyCallerIsServedInTheEnd() throws Exception {
        Map<String, String> tiny =
                Map.of("selfsame.admission.workers", "1", "selfsame.admission.max-wait", "300ms");
        FacePicture anna = FacePicture.selfie(Faces.anna());
        FacePicture berta = FacePicture.selfie(Faces.berta());
        List<Future<Signed<Match>>> answers = new ArrayList<>();
        try (RunningServer server = RunningServer.start(data, tiny);
                SelfsameClient client = SelfsameClient.open(patient(server))) {
            try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < CALLERS; i++) {
                    answers.add(
                            callers.submit(() -> client.biometricServices().match(anna, berta)));
                }
            }
            for (Future<Signed<Match>> answer : answers) {
                assertThat(client.signatures().verified(answer.get()).score()).isLessThan(3000);
            }
            assertThat(server.get("/actuator/prometheus", "apikey", server.apiKey()).body())
                    .containsPattern("selfsame_admission_refused_total [1-9]");
        }
    }

    private static ClientOptions patient(RunningServer server) {
        return ClientOptions.of(server.address(), server.apiKey())
                .withRequestTimeout(Duration.ofMinutes(2))
                .withRetries(new RetryRules(100, Duration.ofMinutes(8)));
    }
}
