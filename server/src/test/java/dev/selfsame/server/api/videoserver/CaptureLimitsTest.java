package dev.selfsame.server.api.videoserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.MultipartBody;
import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that takes four captures at once, of five seconds each. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CaptureLimitsTest {

    private static final String PASSIVE = "{\"livenessMode\":\"LIVENESS_PASSIVE\"}";
    private static final int ROOM = 4;
    private static final int CROWD = 200;

    @TempDir private static Path folder;

    private RunningServer server;
    private LivenessClient client;

    @BeforeAll
    void start() {
        server =
                RunningServer.start(
                        folder,
                        Map.of(
                                "selfsame.challenge.capture-time",
                                "5s",
                                "selfsame.challenge.parallel-captures",
                                Integer.toString(ROOM)));
        client = LivenessClient.of(server);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void endsACaptureThatShowsNobody() {
        String session = client.open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start().frame(1, jpegOfNobody());

            JsonNode result = browser.next("result");

            assertThat(result.path("bestImageInfo").isNull()).isTrue();
            assertThat(browser.closeCode()).isEqualTo(1000);
        }
        JsonNode result = client.result(session);
        assertThat(result.path("livenessStatus").asString()).isEqualTo("TIMEOUT");
        assertThat(result.path("diagnostic").asString()).isEqualTo("No face detected");
    }

    @Test
    void carriesAsManyAsItSaysAndServesOthersMeanwhile() {
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            sessions.add(client.open(PASSIVE));
        }
        List<BrowserSocket> browsers = new ArrayList<>();
        try {
            for (String session : sessions) {
                BrowserSocket browser = BrowserSocket.to(server);
                browsers.add(browser);
                browser.hello(session).next("ready");
            }
            for (int i = 0; i < ROOM; i++) {
                browsers.get(i).start().frame(1, Faces.anna());
                browsers.get(i).next("tracking");
            }
            HttpResponse<String> later = client.init(PASSIVE);
            for (BrowserSocket browser : browsers.subList(ROOM, CROWD)) {
                assertThat(browser.start().next("error").path("code").asInt()).isEqualTo(503);
                assertThat(browser.closeCode()).isEqualTo(1013);
            }
            HttpResponse<String> match =
                    server.post(
                            "/bioserver-app/v2/match/images",
                            MultipartBody.formData()
                                    .file("referenceImage", Faces.anna())
                                    .file("candidateImage", Faces.annaAgain())
                                    .text("referenceImageType", "SELFIE")
                                    .text("candidateImageType", "SELFIE"));

            assertThat(later.statusCode()).isEqualTo(429);
            assertThat(later.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(match.statusCode()).as(match.body()).isEqualTo(200);
            for (BrowserSocket browser : browsers.subList(0, ROOM)) {
                browser.next("result");
            }
        } finally {
            browsers.forEach(BrowserSocket::close);
        }
        // why: who was refused may try the same session again
        try (BrowserSocket again = BrowserSocket.to(server)) {
            again.hello(sessions.getLast()).next("ready");
            again.start().frame(1, Faces.anna());
            assertThat(again.next("tracking").path("ack").asInt()).isEqualTo(1);
        }
    }

    private static byte[] jpegOfNobody() {
        return Jpegs.plain(640, 480);
    }
}
