package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.Webcam;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The page that the server brings along, before a webcam that shows many things. */
final class PageCaptureTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final String OVER = "document.body.dataset.screen === 'result'";
    private static final String REPORT =
            """
            (() => {
              const text = (id) => document.getElementById(id).textContent;
              return {
                title: text('result-title'), text: text('result-text'), facts: text('facts'),
                kind: document.getElementById('verdict').className,
                picture: document.querySelector('#best-image canvas') !== null,
                focus: document.activeElement.id, width: document.documentElement.scrollWidth,
              };
            })()
            """;

    /**
     * The person of the clip turns her head to the left and cannot be told to do anything else, so
     * she gives up until the page asks for what the test is about. The clip begins anew with each
     * capture.
     */
    private static final String UNTIL_ASKED =
            """
            (async () => {
              const find = (id) => document.getElementById(id);
              const change = () => new Promise((resolve) => {
                const seen = new MutationObserver(() => { seen.disconnect(); resolve(); });
                seen.observe(document.body, { subtree: true, childList: true, attributes: true });
              });
              for (let attempt = 1; attempt <= 80; attempt++) {
                find('form').requestSubmit();
                while (!/Turn your head/.test(find('instruction').textContent)
                    && document.body.dataset.screen === 'capture') {
                  await change();
                }
                if (/head ASKED/.test(find('instruction').textContent)) {
                  return attempt;
                }
                if (document.body.dataset.screen === 'capture') {
                  find('cancel').click();
                } else {
                  find('over').click();
                }
              }
            })()
            """;

    @TempDir private static Path data;
    @TempDir private static Path hastyData;
    private static RunningServer server;
    private static RunningServer hasty;

    @TempDir private Path folder;
    private Browser browser;

    @BeforeAll
    static void start() throws IOException {
        server = RunningServer.start(data, Map.of("selfsame.challenge.capture-time", "20s"));
        // why so short: where a capture must not succeed, somebody has to wait until time is up
        hasty = RunningServer.start(hastyData, Map.of("selfsame.challenge.capture-time", "8s"));
        Files.createDirectories(SCREENS);
    }

    @AfterAll
    static void stop() {
        hasty.close();
        server.close();
    }

    @BeforeEach
    void findBrowser() {
        browser = Browser.find();
        Webcam.require();
    }

    @Test
    void enrolsALivePerson() throws Exception {
        JsonNode seen = run("live", task(live()).click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("You are there");
        assertThat(seen.get("kind").asString()).isEqualTo("verdict good");
        assertThat(seen.get("picture").asBoolean()).isTrue();
        assertThat(seen.get("focus").asString()).isEqualTo("result-title");
    }

    @Test
    void worksOnAPhoneInTheDark() throws Exception {
        JsonNode seen = run("phone", task(live()).onPhone().click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("You are there");
        assertThat(seen.get("width").asInt()).as("nothing sticks out").isEqualTo(360);
    }

    @Test
    void verifiesThePersonOfAPhoto() throws Exception {
        Path photo = Webcam.frame(folder, Webcam.video("d13.mp4"), 10);

        JsonNode seen = run("same", verify(photo));

        assertThat(seen.get("title").asString()).isEqualTo("The same person");
    }

    @Test
    void tellsAnotherPersonFromThePhoto() throws Exception {
        Path photo = Files.write(folder.resolve("anna.jpg"), Faces.anna());

        JsonNode seen = run("other", verify(photo));

        assertThat(seen.get("title").asString()).isEqualTo("Not the same person");
    }

    @Test
    void estimatesAnAge() throws Exception {
        JsonNode seen =
                run("age", task(live()).pick("age").fill("#age", "12").click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("Looks 12 or older");
        assertThat(seen.get("facts").asString()).contains("Estimated age");
    }

    @Test
    void takesWhoTurnsToTheTargetForALivePerson() throws Exception {
        JsonNode seen = run("active", turningLeft("to the left"));

        assertThat(seen.get("title").asString()).isEqualTo("You are there");
    }

    @Test
    void doesNotTakeWhoTurnsTheOtherWay() throws Exception {
        JsonNode seen = run("wrong-turn", turningLeft(".*to the right"));

        assertThat(seen.get("title").asString()).isEqualTo("Not completed");
        assertThat(seen.get("picture").asBoolean()).isFalse();
    }

    @Test
    void takesWhoComesCloserForALivePerson() throws Exception {
        Path coming = Webcam.comingCloser(folder, Webcam.video("d13.mp4"));

        JsonNode seen =
                run("approach", task(coming).pick("LIVENESS_PASSIVE_VIDEO").click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("You are there");
    }

    @ParameterizedTest
    @CsvSource({
        "LIVENESS_PASSIVE, null",
        "LIVENESS_PASSIVE_VIDEO, null",
        "LIVENESS_ACTIVE, null",
        "LIVENESS_PASSIVE, moved",
        "LIVENESS_PASSIVE_VIDEO, moved",
        "LIVENESS_ACTIVE, moved",
    })
    void doesNotTakeAPhotoForALivePerson(String mode, String how) throws Exception {
        Path photo = Files.write(folder.resolve("anna.jpg"), Faces.anna());

        JsonNode seen =
                run(
                        "photo-" + how + "-" + mode,
                        task(hasty, Webcam.ofPicture(folder, photo, 12, filter(how)))
                                .pick(mode)
                                .click("button.main"));

        assertThat(seen.get("kind").asString()).isNotEqualTo("verdict good");
        assertThat(seen.get("picture").asBoolean()).isFalse();
    }

    @Test
    void waitsForSomebodyUntilTimeIsUp() throws Exception {
        JsonNode seen = run("nobody", task(hasty, Webcam.ofNobody(folder)).click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("Time is up");
    }

    @Test
    void saysThatAKeyIsNotKnown() throws Exception {
        String page = server.address() + "/capture/#key=mistyped";

        JsonNode seen = run("key", BrowserTask.open(page).click("button.main"));

        assertThat(seen.get("title").asString()).isEqualTo("The API key is not known");
    }

    /** As a hand that moves a print to and fro, nearer and further away. */
    private static String filter(String how) {
        String frame = "scale=640:480:force_original_aspect_ratio=decrease,";
        String ground = "pad=640:480:(ow-iw)/2:(oh-ih)/2:0x806a50,";
        String hand =
                "zoompan=z='1.3+0.3*sin(on/25)':x='iw/2-iw/zoom/2+12*sin(on/17)'"
                    + ":y='ih/2-ih/zoom/2+9*sin(on/23)':d=1:s=640x480:fps=30,noise=alls=4:allf=t";
        return frame + ground + (how.equals("moved") ? hand : "noise=alls=4:allf=t");
    }

    private Path live() throws IOException {
        return Webcam.of(folder, Webcam.video("d13.mp4"), 0, 8, "scale=480:-2");
    }

    /** Somebody who turns her head to the left, once what the page asks is found by a pattern. */
    private BrowserTask turningLeft(String asked) throws IOException {
        // why slowly: on a busy machine fewer frames arrive, and a challenge counts frames as well
        // as time
        String slowly = "setpts=2.2*PTS";
        return task(Webcam.of(folder, Webcam.video("d3.mp4"), 3.3, 2.8, slowly))
                .pick("LIVENESS_ACTIVE")
                .evaluate("document.querySelector('details').open = true")
                .fill("#challenges", "1")
                .evaluate(UNTIL_ASKED.replace("ASKED", asked));
    }

    private BrowserTask verify(Path photo) throws IOException {
        return task(live()).pick("verify").attach("#reference", photo).click("button.main");
    }

    /** The page with a key, before such a webcam. */
    private static BrowserTask task(Path webcam) {
        return task(server, webcam);
    }

    private static BrowserTask task(RunningServer of, Path webcam) {
        return BrowserTask.open(of.address() + "/capture/#key=" + of.apiKey()).withWebcam(webcam);
    }

    private JsonNode run(String name, BrowserTask task) throws Exception {
        BrowserReport report =
                browser.run(
                        task.await(OVER)
                                .evaluate(REPORT)
                                .shoot(SCREENS.resolve(name + ".png").toAbsolutePath())
                                .evaluate("location.hash + sessionStorage.length"));
        assertThat(report.value().asString()).as("the key is hidden").isEqualTo("1");
        return report.values().get(report.values().size() - 2);
    }
}
