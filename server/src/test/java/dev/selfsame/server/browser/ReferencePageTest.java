package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Faces;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The interactive reference at /docs: tries an operation, and asks no other host for anything. */
@ExtendWith(ServerExtension.class)
final class ReferencePageTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final String MATCH = "#operations-Without_a_session-matchImages";
    private static final String OTHER_HOSTS =
            """
            performance.getEntriesByType('resource').map((it) => it.name)
              .filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:')).length
            """;
    private static final String UNNAMED =
            """
            [...document.querySelectorAll('#reference select, #reference input')]
              .filter((it) => !it.getAttribute('aria-label')).length
            """;

    @TempDir private Path folder;
    private Browser browser;

    @BeforeEach
    void findBrowser() throws IOException {
        browser = Browser.find();
        Files.createDirectories(SCREENS);
    }

    @Test
    void comparesTwoPictures(RunningServer server) throws Exception {
        Path first = Files.write(folder.resolve("first.jpg"), Faces.anna());
        Path second = Files.write(folder.resolve("second.png"), Faces.annaAgain());

        BrowserReport report =
                browser.run(
                        open(server, "bioservices")
                                .click(".btn.authorize")
                                .fill(".auth-container input", server.apiKey())
                                .click(".auth-container button.authorize")
                                .click(".auth-container .btn-done")
                                .click(MATCH + " .opblock-summary-control")
                                .click(MATCH + " .try-out__btn")
                                .attach(MATCH + " [data-property-name=referenceImage] input", first)
                                .attach(
                                        MATCH + " [data-property-name=candidateImage] input",
                                        second)
                                .evaluate(UNNAMED)
                                .click(MATCH + " .execute")
                                .await(shown(MATCH + " .live-responses-table .microlight"))
                                .shoot(SCREENS.resolve("reference.png"))
                                .evaluate(
                                        text(
                                                MATCH
                                                        + " .live-responses-table"
                                                        + " tbody .response-col_status"))
                                .evaluate(text(MATCH + " .live-responses-table .microlight"))
                                .evaluate(OTHER_HOSTS)
                                .judge()
                                .evaluate("document.title"));

        assertThat(report.values().get(0).asInt()).as("controls without a name").isZero();
        assertThat(report.values().get(1).asString()).startsWith("200");
        assertThat(report.values().get(2).asString()).contains("\"score\"", "\"signature\"");
        assertThat(report.values().get(3).asInt()).as("requests to other hosts").isZero();
        assertIsForEverybody(report.values().get(4));
        assertThat(report.value().asString()).isEqualTo("Selfsame API reference");
        // why nothing at all: what the page's policy forbids is said here
        assertThat(report.console()).isEmpty();
    }

    @Test
    void fitsOnAPhone(RunningServer server) throws Exception {
        BrowserReport report =
                browser.run(
                        open(server, "multibiometrics")
                                .onPhone()
                                .click(".opblock .opblock-summary-control")
                                .shoot(SCREENS.resolve("reference-phone.png"))
                                .judge()
                                .evaluate("document.documentElement.scrollWidth"));

        assertIsForEverybody(report.values().getFirst());
        assertThat(report.value().asInt()).as("nothing sticks out").isEqualTo(360);
        assertThat(report.console()).isEmpty();
    }

    /** No finding of axe-core that is serious or critical. */
    private static void assertIsForEverybody(JsonNode findings) {
        assertThat(
                        findings.valueStream()
                                .filter(it -> !it.get("impact").asString().equals("minor"))
                                .filter(it -> !it.get("impact").asString().equals("moderate"))
                                .map(JsonNode::toString))
                .isEmpty();
    }

    private static BrowserTask open(RunningServer server, String api) {
        return BrowserTask.open(server.address() + "/docs/?api=" + api)
                .await("document.body.dataset.shown === '" + api + "'")
                .await("document.querySelectorAll('.opblock').length > 5");
    }

    private static String shown(String selector) {
        return "document.querySelector('" + selector + "') !== null";
    }

    private static String text(String selector) {
        return "document.querySelector('" + selector + "').textContent";
    }
}
