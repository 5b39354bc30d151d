package dev.selfsame.server.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The guide at /docs/guide in a browser: for every window, light and dark, and searched. */
@ExtendWith(ServerExtension.class)
final class GuidePageTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final String WIDTH = "document.documentElement.scrollWidth";

    /** With tables, with pictures, with programs. */
    private static final List<String> JUDGED = List.of("configuration", "portal", "samples");

    private Browser browser;

    @BeforeEach
    void findBrowser() throws IOException {
        browser = Browser.find();
        Files.createDirectories(SCREENS);
    }

    @Test
    void everyPageFitsOnAPhoneAndIsForEverybodyInTheDark(RunningServer server) throws Exception {
        List<String> pages = pages();
        BrowserTask task = judged(open(server).onPhone(), "guide-phone", server);
        for (String page : pages) {
            task = task.visit(address(server, page)).evaluate(WIDTH);
        }

        BrowserReport report = browser.run(task);

        assertIsForEverybody(report);
        for (int i = 0; i < pages.size(); i++) {
            assertThat(report.values().get(1 + JUDGED.size() + i).asInt())
                    .as(pages.get(i))
                    .isEqualTo(360);
        }
    }

    @Test
    void isForEverybodyInTheLightAndSearched(RunningServer server) throws Exception {
        BrowserReport report =
                browser.run(
                        judged(open(server), "guide", server)
                                .fill("#search input", "heap-share")
                                .await("document.querySelectorAll('#found a').length > 1")
                                .judge()
                                .shoot(SCREENS.resolve("guide-search.png"))
                                .fill("#search input", "<img src=x onerror=alert(1)>")
                                .await(
                                        "document.querySelector('.said').textContent"
                                                + " === 'Nothing found. Try another word.'")
                                .fill("#search input", "lock-out doubles")
                                .await("document.querySelectorAll('#found a').length > 0")
                                .click("#found a")
                                .await("!location.pathname.endsWith('/samples.html')")
                                .evaluate("document.querySelector('h1').textContent"));

        assertIsForEverybody(report);
        assertThat(grave(report.values().get(1 + JUDGED.size()))).isEmpty();
        assertThat(report.value().asString()).isNotEmpty();
    }

    /** The first page and some others, looked at by axe-core. */
    private static BrowserTask judged(BrowserTask first, String screen, RunningServer server) {
        BrowserTask task = first.judge().shoot(SCREENS.resolve(screen + ".png"));
        for (String page : JUDGED) {
            Path picture = SCREENS.resolve(screen + "-" + page + ".png");
            task = task.visit(address(server, page)).judge().shoot(picture);
        }
        return task;
    }

    private static void assertIsForEverybody(BrowserReport report) {
        for (JsonNode findings : report.values().subList(0, 1 + JUDGED.size())) {
            assertThat(grave(findings)).isEmpty();
        }
        // why nothing at all: what the page's policy forbids is said here
        assertThat(report.console()).isEmpty();
    }

    /** Findings of axe-core that are serious or critical. */
    private static List<String> grave(JsonNode findings) {
        return findings.valueStream()
                .filter(it -> !it.get("impact").asString().equals("minor"))
                .filter(it -> !it.get("impact").asString().equals("moderate"))
                .map(JsonNode::toString)
                .toList();
    }

    private static BrowserTask open(RunningServer server) {
        return BrowserTask.open(server.address() + "/docs/guide/");
    }

    private static String address(RunningServer server, String page) {
        return server.address() + "/docs/guide/" + page + ".html";
    }

    private static List<String> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList();
        }
    }
}
