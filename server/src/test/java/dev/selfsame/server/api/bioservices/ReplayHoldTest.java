package dev.selfsame.server.api.bioservices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.store.memory.MemoryChallenges;
import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.Recorder;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;

/** Recordings while the only worker is busy, and what is left of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReplayHoldTest {

    private static final String PASSIVE = "{\"type\":\"LIVENESS_PASSIVE\"}";
    private static final int MOST_BYTES = 1_000_000;

    private RunningServer server;

    @BeforeAll
    void start(@TempDir Path data) {
        server =
                RunningServer.start(
                        data,
                        Map.of(
                                "selfsame.admission.workers",
                                "1",
                                "selfsame.challenge.parallel-captures",
                                "1",
                                "selfsame.uploads.max-body-bytes",
                                Integer.toString(MOST_BYTES)));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void keepsTheSessionWhileItWorksAndNothingAfterwards() throws Exception {
        Recorder recorder = Recorder.open(server, "{\"imageStorageEnabled\":true}");
        JsonNode wanted = recorder.init(PASSIVE);
        String sealed = sealed(wanted);
        try (BusyWorkers _ = BusyWorkers.of(server)) {
            assertThat(recorder.submit(sealed).statusCode()).isEqualTo(202);

            assertThat(recorder.delete().statusCode()).isEqualTo(409);
            assertThat(recorder.submit(sealed).statusCode()).isEqualTo(409);
            assertThat(recorder.tryInit(PASSIVE).statusCode()).isEqualTo(409);
            assertThat(recorder.status().body()).contains("\"status\":\"IN_PROGRESS\"");
            assertThat(server.part(UploadBudget.class).usedBytes()).isPositive();
            Recorder other = Recorder.open(server, "{}");
            JsonNode otherWanted = other.init(PASSIVE);
            assertThat(other.submit(sealed(otherWanted)).statusCode()).isEqualTo(429);
            assertThat(other.status().body()).contains("\"status\":\"INITIALIZED\"");
            assertThat(other.delete().statusCode()).isEqualTo(204);
        }

        assertThat(recorder.judged()).contains("\"videoStorage\"");
        assertThat(pictures()).isPositive();
        assertThat(recorder.delete().statusCode()).isEqualTo(204);
        assertThat(recorder.status().statusCode()).isEqualTo(404);
        assertThat(((MemoryChallenges) server.part(ChallengeStore.class)).size()).isZero();
        assertThat(pictures()).isZero();
    }

    @Test
    void refusesWhatIsTooLargeAndTakesTheNext() {
        Recorder recorder = Recorder.open(server, "{}");
        JsonNode wanted = recorder.init(PASSIVE);

        assertThat(recorder.submit("x".repeat(MOST_BYTES + 1)).statusCode()).isEqualTo(413);

        assertThat(recorder.submit(sealed(wanted)).statusCode()).isEqualTo(202);
        recorder.judged();
        recorder.delete();
    }

    private static String sealed(JsonNode wanted) {
        return Recorder.sealed(
                wanted,
                Recorder.recording(wanted, Collections.nCopies(3, Faces.nobody()))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private long pictures() throws IOException {
        Path media = server.data().root().resolve("media");
        if (!Files.exists(media)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(media)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
