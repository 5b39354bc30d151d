package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

/** The Markdown files of the repository hold together. */
final class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Path INDEX = ROOT.resolve("docs/README.md");

    // why: links with a scheme lead outside, and no test needs a network
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#]+)(?:#[^)]*)?\\)");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String target : links(document)) {
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(document.getFileName() + " -> " + target);
                }
            }
        }

        assertThat(documents()).hasSizeGreaterThan(3);
        assertThat(broken).isEmpty();
    }

    @Test
    void indexListsEveryDocument() throws IOException {
        List<Path> listed =
                links(INDEX).stream().map(it -> INDEX.resolveSibling(it).normalize()).toList();

        assertThat(listed)
                .containsAll(
                        documents().stream()
                                .filter(it -> it.startsWith(INDEX.getParent()))
                                .filter(it -> !it.equals(INDEX))
                                .map(Path::normalize)
                                .toList());
    }

    @Test
    void everyDependencyIsExplained() throws Exception {
        String explained = Files.readString(ROOT.resolve("docs/decisions/0002-dependencies.md"));
        List<String> missing = new ArrayList<>();
        for (String module : List.of(".", "models", "engine", "client", "web", "server", "bench")) {
            dependencies(ROOT.resolve(module).resolve("pom.xml")).stream()
                    .filter(artifact -> !artifact.startsWith("selfsame-"))
                    .filter(artifact -> !explained.contains(artifact))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    private static List<String> dependencies(Path pom) throws Exception {
        Document document =
                DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(pom.toFile());
        NodeList artifacts =
                (NodeList)
                        XPathFactory.newDefaultInstance()
                                .newXPath()
                                .evaluate(
                                        "/project/dependencies/dependency/artifactId",
                                        document,
                                        XPathConstants.NODESET);
        return IntStream.range(0, artifacts.getLength())
                .mapToObj(i -> artifacts.item(i).getTextContent())
                .toList();
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(markdown(ROOT, 1));
        documents.addAll(markdown(ROOT.resolve("docs"), Integer.MAX_VALUE));
        return documents;
    }

    private static List<Path> markdown(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    private static List<String> links(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));
        return link.results().map(match -> match.group(1)).toList();
    }
}
