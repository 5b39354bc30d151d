package dev.selfsame.server.api.multibiometrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;

final class LockOutTest {

    @TempDir private static Path folder;
    private static RunningServer server;

    private final String id = Bodies.freshId();

    @BeforeAll
    static void start() {
        server = RunningServer.start(folder, Map.of("selfsame.person.lock-out.after", "2"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoFailsTooOftenWaitsEvenWithTheRightFinger() {
        enrol();
        assertThat(verify(Bodies.OTHER_FINGER).statusCode()).isEqualTo(200);
        assertThat(verify(Bodies.OTHER_FINGER).statusCode()).isEqualTo(200);

        HttpResponse<String> locked = verify(Bodies.FINGER);

        assertThat(locked.statusCode()).isEqualTo(429);
        assertThat(locked.body()).contains("\"statusCode\":429").doesNotContain("Match");
        long seconds = Long.parseLong(locked.headers().firstValue("Retry-After").orElseThrow());
        assertThat(seconds).isBetween(20L, 30L);
    }

    @Test
    void anUpdateUnlocks() {
        enrol();
        verify(Bodies.OTHER_FINGER);
        verify(Bodies.OTHER_FINGER);
        assertThat(verify(Bodies.FINGER).statusCode()).isEqualTo(429);

        server.sendJson(
                "PUT", "/multibiometrics/update", Bodies.finger(id, "Finger-1", Bodies.FINGER));

        assertThat(verify(Bodies.FINGER_AGAIN).body()).contains("\"Match\":true");
    }

    @Test
    void successAndUnusablePicturesDoNotCount() {
        enrol();
        for (int i = 0; i < 3; i++) {
            assertThat(verify(Bodies.OTHER_FINGER).body()).contains("\"Match\":false");
            assertThat(verify(Bodies.NOBODY).body()).isEqualTo("Failed to extract template");
            assertThat(verify(Bodies.FINGER).body()).contains("\"Match\":true");
        }
    }

    private void enrol() {
        assertThat(
                        server.postJson(
                                        "/multibiometrics/enroll",
                                        Bodies.finger(id, "Finger-1", Bodies.FINGER))
                                .statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> verify(String finger) {
        return server.postJson("/multibiometrics/verify", Bodies.finger(id, "Finger-1", finger));
    }
}
