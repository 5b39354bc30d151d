package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.Webcam;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A page of another origin that knows the four scripts by their contract alone. */
final class ContractPageTest {

    @TempDir private static Path data;
    private static RunningServer server;

    @TempDir private Path folder;
    private Browser browser;
    private IntegratorSite site;

    @BeforeAll
    static void startServer() {
        // why so short: two of the captures end when time is up
        server = RunningServer.start(data, Map.of("selfsame.challenge.capture-time", "10s"));
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void start() throws IOException {
        browser = Browser.find();
        Webcam.require();
        site = IntegratorSite.start(server);
    }

    @AfterEach
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIVENESS_PASSIVE", "LIVENESS_PASSIVE_VIDEO", "LIVENESS_ACTIVE"})
    void tellsOfACaptureInTheOrderOfTheContract(String mode) throws Exception {
        String session = site.openSession(Map.of("livenessMode", mode, "numberOfChallenge", 1));
        Path clip = Webcam.of(folder, Webcam.video("d13.mp4"), 0, 8, "scale=480:-2");

        BrowserReport report = capture(session, mode, clip);

        assertThat(report.value().asString()).isEqualTo("result");
        List<String> names = names(report.values().getFirst());
        assertThat(names).startsWith("environment", "network", "loading", "initEnd", "ready");
        assertThat(names).containsSubsequence("ready", "tracking", "uploaded", "result");
        assertThat(names.indexOf("result")).isEqualTo(names.lastIndexOf("uploaded") + 1);
        assertThat(site.results()).containsExactly(site.result(session));
    }

    @Test
    void showsTheBestImageOfALivePerson() throws Exception {
        String session = site.openSession(Map.of("livenessMode", "LIVENESS_PASSIVE"));
        Path clip = Webcam.of(folder, Webcam.video("d13.mp4"), 0, 8, "scale=480:-2");

        BrowserReport report = capture(session, "LIVENESS_PASSIVE", clip);

        JsonNode result = site.result(session);
        assertThat(result.get("livenessStatus").asString()).isEqualTo("SUCCESS");
        assertThat(names(report.values().getFirst()))
                .containsSubsequence(
                        "TRACKER_CHALLENGE_DONT_MOVE",
                        "TRACKER_CHALLENGE_PENDING",
                        "uploaded",
                        "result",
                        "liveness",
                        "picture");
        assertThat(report.values().get(1).asBoolean()).as("a picture is drawn").isTrue();
        assertThat(site.image(session, result.get("bestImageId").asString()))
                .startsWith(0xff, 0xd8);
    }

    @Test
    void rejectsASessionThatIsNotThere() throws Exception {
        BrowserReport report =
                capture("00000000-0000-4000-8000-000000000000", "LIVENESS_PASSIVE", null);

        assertThat(report.value().asString()).isEqualTo("error");
        List<JsonNode> events = BrowserReport.elements(report.values().getFirst());
        assertThat(events.getLast().get(0).asString()).isEqualTo("error");
        assertThat(events.getLast().get(1).get("code").asInt()).isEqualTo(404);
        assertThat(names(report.values().getFirst())).contains("rejected").doesNotContain("ready");
    }

    private BrowserReport capture(String session, String mode, @Nullable Path clip)
            throws IOException, InterruptedException {
        BrowserTask task = BrowserTask.open(site.page(session, mode));
        return browser.run(
                (clip == null ? task : task.withWebcam(clip))
                        .await("window.captureDone !== undefined")
                        .evaluate("window.captureEvents")
                        .evaluate("document.querySelector('.best-image canvas') !== null")
                        .evaluate("window.captureDone"));
    }

    /** Names of the events, without repetitions; instructions and progress by what they say. */
    private static List<String> names(JsonNode events) {
        List<String> names = new ArrayList<>();
        for (JsonNode event : events) {
            String name = name(event);
            if (names.isEmpty() || !names.getLast().equals(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static String name(JsonNode event) {
        String name = event.get(0).asString();
        return switch (name) {
            case "instruction" -> event.get(1).asString();
            case "tracking" ->
                    event.get(1).has("downloadProgress")
                            ? "loading"
                            : event.get(1).has("uploadProgress") ? "uploaded" : name;
            default -> name;
        };
    }
}
