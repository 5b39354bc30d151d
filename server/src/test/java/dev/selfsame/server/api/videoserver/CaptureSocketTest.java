package dev.selfsame.server.api.videoserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Random;
import java.util.UUID;

@ExtendWith(ServerExtension.class)
final class CaptureSocketTest {

    private static final String PASSIVE = "{\"livenessMode\":\"LIVENESS_PASSIVE\"}";

    @Test
    void saysWhatItWants(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            JsonNode ready = browser.hello(session).next();

            assertThat(ready.toString())
                    .isEqualTo(
                            "{\"type\":\"ready\",\"mode\":\"LIVENESS_PASSIVE\","
                                    + "\"framesPerSecond\":8,\"window\":2,"
                                    + "\"maxFrameBytes\":524288,\"jpegQuality\":0.85,"
                                    + "\"maxLongSide\":1280,\"secondsLeft\":60}");
        }
    }

    @Test
    void tellsWhereTheFaceIs(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start().frame(1, Faces.anna());
            JsonNode tracking = browser.next("tracking");

            assertThat(tracking.path("ack").asInt()).isEqualTo(1);
            JsonNode info = tracking.path("info");
            assertThat(info.path("facew").asDouble()).isBetween(0.1, 1.0);
            assertThat(info.path("positionInfo").asString()).startsWith("TRACKER_POSITION_INFO_");
        }
    }

    @Test
    void takesOneCaptureASession(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        try (BrowserSocket first = BrowserSocket.to(server);
                BrowserSocket second = BrowserSocket.to(server);
                BrowserSocket third = BrowserSocket.to(server)) {
            first.hello(session).next("ready");
            second.hello(session).next("ready");
            first.start().frame(1, Faces.anna());
            first.next("tracking");

            assertError(second.start(), 409);
            assertError(third.hello(session), 409);
            first.frame(2, Faces.anna());
            assertThat(first.next("tracking").path("ack").asInt()).isEqualTo(2);
        }
    }

    @Test
    void endsACaptureWhoseBrowserGoesAway(RunningServer server) {
        LivenessClient client = LivenessClient.of(server);
        String session = client.open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start().frame(1, Faces.anna());
            browser.next("tracking");
        }

        JsonNode result = client.result(session);
        assertThat(result.path("livenessStatus").asString()).isEqualTo("FAILED");
        assertThat(result.path("diagnostic").asString()).contains("went away");
        try (BrowserSocket again = BrowserSocket.to(server)) {
            assertError(again.hello(session), 409);
        }
    }

    @Test
    void knowsNoForeignSession(RunningServer server) {
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            assertError(browser.hello(UUID.randomUUID().toString()), 404);
        }
    }

    @Test
    void knowsNoSessionWithoutACapture(RunningServer server) {
        String location =
                server.send(
                                server.to("/bioserver-app/v2/bio-sessions")
                                        .header("apikey", server.apiKey())
                                        .POST(BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            assertError(browser.hello(location.substring(location.lastIndexOf('/') + 1)), 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"hello\"",
                "{\"type\":7}",
                "{\"type\":\"start\"}",
                "{\"type\":\"hello\",\"bioSessionId\":{}}",
                "{\"type\":\"hello\",\"type\":\"start\"}"
            })
    void refusesWhatIsNoGreeting(String message, RunningServer server) {
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            assertError(browser.say(message), 400);
        }
    }

    @Test
    void refusesAGreetingWithoutASession(RunningServer server) {
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            assertError(browser.say("{\"type\":\"hello\"}"), 404);
        }
    }

    @Test
    void refusesFramesBeforeTheStart(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.frame(1, Faces.anna());
            assertError(browser, 400);
        }
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.frame(1, Faces.anna());
            assertError(browser, 400);
        }
    }

    @Test
    void refusesAFrameOfTenMegabytes(RunningServer server) {
        LivenessClient client = LivenessClient.of(server);
        String session = client.open(PASSIVE);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start().tryFrame(1, new byte[10_000_000]);
            assertError(browser, 400);
        }
        assertThat(client.result(session).path("livenessStatus").asString()).isEqualTo("FAILED");
    }

    @Test
    void hangsUpOnAFlood(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        byte[] frame = Faces.anna();
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start();
            int sent = 0;
            while (sent < 2000 && browser.tryFrame(sent + 1, frame)) {
                sent++;
            }
            assertError(browser, 400);
        }
    }

    @Test
    void livesOnAfterFramesThatAreNone(RunningServer server) {
        String session = LivenessClient.of(server).open(PASSIVE);
        Random random = new Random(5);
        try (BrowserSocket browser = BrowserSocket.to(server)) {
            browser.hello(session).next("ready");
            browser.start();
            for (int i = 1; i <= 5; i++) {
                byte[] noise = new byte[random.nextInt(1, 5000)];
                random.nextBytes(noise);
                browser.frame(i, noise);
                assertThat(browser.next("tracking").path("ack").asInt()).isEqualTo(i);
            }
        }
    }

    private static void assertError(BrowserSocket browser, int code) {
        JsonNode error = browser.next("error");
        assertThat(error.path("code").asInt()).as(error.toString()).isEqualTo(code);
        assertThat(error.path("error").asString()).isNotBlank().doesNotContain("Exception");
        assertThat(browser.closeCode()).isEqualTo(1008);
    }
}
