package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents as pages below /docs/guide: all of them, and nothing that leads nowhere. */
@ExtendWith(ServerExtension.class)
final class GuideTest {

    private static final String GUIDE = "/docs/guide/";
    private static final Path DOCUMENTS = Path.of("../docs");
    private static final Pattern LINK =
            Pattern.compile("<(?:a|link|script|img)\\b[^>]*? (?:href|src)=\"([^\"]*)\"");
    private static final Pattern NAME = Pattern.compile(" id=\"([^\"]*)\"");

    /** What was answered, by paths. */
    private final Map<String, HttpResponse<String>> answers = new TreeMap<>();

    @Test
    void everyLinkOfEveryPageLeadsSomewhere(RunningServer server) throws IOException {
        List<String> broken = new ArrayList<>();
        Deque<String> pages = new ArrayDeque<>(List.of(GUIDE));
        List<String> seen = new ArrayList<>(pages);
        while (!pages.isEmpty()) {
            String page = pages.remove();
            for (URI target : links(page, ask(server, page).body())) {
                String path = target.getPath();
                if (ask(server, path).statusCode() != 200) {
                    broken.add(page + " -> " + target);
                } else if (path.startsWith(GUIDE) && path.matches(".*(/|\\.html)")) {
                    if (target.getFragment() != null
                            && !names(path).contains(target.getFragment())) {
                        broken.add(page + " -> " + target);
                    }
                    if (!seen.contains(path)) {
                        seen.add(path);
                        pages.add(path);
                    }
                }
            }
        }

        assertThat(broken).isEmpty();
        assertThat(seen).containsAll(documents());
    }

    @Test
    void policyForbidsWhatIsNotFromHere(RunningServer server) {
        HttpResponse<String> page = server.get(GUIDE + "configuration.html");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe", "http");
        assertThat(page.body()).doesNotContain(" style=", "<script>", " onclick=");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }

    @Test
    void whatLooksLikeHtmlInADocumentIsShownAsItStands(RunningServer server) {
        assertThat(server.get(GUIDE + "web-capture.html").body())
                .contains("&lt;video id=&quot;video&quot; muted playsinline&gt;&lt;/video&gt;")
                .doesNotContain("<video");
    }

    @Test
    void leadsToTheFirstPage(RunningServer server) {
        HttpResponse<String> answer = server.get("/docs/guide");

        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(answer.headers().firstValue("Location")).hasValue("guide/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/docs/guide/nothing.html",
                "/docs/guide/../../application.yaml",
                "/docs/guide/img/",
                "/docs/guide/README.md",
                "/docs/guide/decisions/..%2f..%2f..%2fapplication.yaml"
            })
    void nothingElseIsServed(String path, RunningServer server) {
        assertThat(server.get(path).statusCode()).isIn(400, 404);
    }

    private HttpResponse<String> ask(RunningServer server, String path) {
        return answers.computeIfAbsent(path, server::get);
    }

    /** Of this server; those with a scheme lead outside, and no test needs a network. */
    private static List<URI> links(String page, String html) {
        return LINK.matcher(html)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .filter(link -> !link.matches("[a-z]+:.*"))
                .map(link -> URI.create(page).resolve(link))
                .toList();
    }

    private List<String> names(String page) {
        return NAME.matcher(Objects.requireNonNull(answers.get(page)).body())
                .results()
                .map((MatchResult name) -> name.group(1))
                .toList();
    }

    /** Where each Markdown file has to be. */
    private static List<String> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.map(file -> DOCUMENTS.relativize(file).toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .map(name -> GUIDE + name.replaceFirst("\\.md$", ".html"))
                    .toList();
        }
    }
}
