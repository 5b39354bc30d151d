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

    /** With tables, with pictures, with programs, with all kinds of text. */
    private static final List<String> JUDGED =
            List.of("configuration", "portal", "samples", "decisions/0002-dependencies");

    private Browser browser;

    @BeforeEach
    void findBrowser() throws IOException {
        browser = Browser.find();
        Files.createDirectories(SCREENS);
    }

    @Test
    void everyPageFitsOnAPhone(RunningServer server) throws Exception {
        List<String> pages = pages();
        BrowserTask task = open(server).onPhone();
        for (String page : pages) {
            task = task.visit(address(server, page)).evaluate(WIDTH);
        }

        BrowserReport report = browser.run(task);

        for (int i = 0; i < pages.size(); i++) {
            assertThat(report.values().get(i).asInt()).as(pages.get(i)).isEqualTo(360);
        }
        assertThat(report.console()).isEmpty();
    }

    @Test
    void isForEverybodyInTheDark(RunningServer server) throws Exception {
        assertIsForEverybody(open(server).onPhone(), "guide-phone", server);
    }

    @Test
    void isForEverybodyInTheLight(RunningServer server) throws Exception {
        assertIsForEverybody(open(server), "guide", server);
    }

    @Test
    void isSearched(RunningServer server) throws Exception {
        BrowserReport report =
                browser.run(
                        open(server)
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
                                .await("location.pathname !== '/docs/guide/'")
                                .evaluate("document.querySelector('h1').textContent"));

        assertThat(grave(report.values().getFirst())).isEmpty();
        assertThat(report.value().asString()).isNotEmpty();
        assertThat(report.console()).isEmpty();
    }

    private void assertIsForEverybody(BrowserTask first, String screen, RunningServer server)
            throws Exception {
        BrowserTask task = first.judge().shoot(SCREENS.resolve(screen + ".png"));
        for (String page : JUDGED) {
            String name = screen + "-" + page.replaceFirst(".*/", "") + ".png";
            task = task.visit(address(server, page)).judge().shoot(SCREENS.resolve(name));
        }

        BrowserReport report = browser.run(task);

        assertThat(report.values()).hasSize(1 + JUDGED.size());
        report.values().forEach(findings -> assertThat(grave(findings)).isEmpty());
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
