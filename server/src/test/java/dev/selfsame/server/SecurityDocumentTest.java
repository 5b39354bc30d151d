package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The threat table names tests that there are. */
final class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/security.md");
    private static final List<Path> TESTS =
            List.of(
                    Path.of("src/test/java"),
                    Path.of("../engine/src/test/java"),
                    Path.of("../client/src/test/java"),
                    Path.of("../models/src/test/java"),
                    Path.of("../web/portal/test"),
                    Path.of("../web/capture/test"));
    private static final Pattern NAMED = Pattern.compile("`([A-Za-z.-]+)`");
    private static final int COLUMNS = 5;
    private static final String NONE = "–";

    @Test
    void everyThreatNamesTheTestsThatShowWhatIsDone() throws IOException {
        Set<String> tests = tests();
        List<List<String>> rows = rows();

        assertThat(rows).hasSizeGreaterThan(40);
        for (List<String> row : rows) {
            assertThat(row).as(row.getFirst()).hasSize(COLUMNS);
            List<String> named = named(row.getLast());
            if (named.isEmpty()) {
                assertThat(row.getLast()).as(row.getFirst()).isEqualTo(NONE);
            }
            assertThat(tests).as(row.getFirst()).containsAll(named);
        }
        assertThat(rows).filteredOn(row -> row.getLast().equals(NONE)).hasSizeLessThan(10);
    }

    /** The cells of the tables of threats, without their heads. */
    private static List<List<String>> rows() throws IOException {
        String text = Files.readString(DOCUMENT);
        String threats =
                text.substring(text.indexOf("## Threats"), text.indexOf("## What to do before"));
        return threats.lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| asset, threat"))
                .map(line -> line.substring(1, line.length() - 1))
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .toList();
    }

    private static List<String> named(String cell) {
        return NAMED.matcher(cell).results().map(SecurityDocumentTest::name).toList();
    }

    private static String name(MatchResult found) {
        return found.group(1);
    }

    /** Java's tests by the names of their classes, the web's by those of their files. */
    private static Set<String> tests() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path folder : TESTS) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.map(file -> file.getFileName().toString())
                        .map(name -> name.replaceFirst("\\.java$", ""))
                        .filter(name -> name.endsWith("Test") || name.endsWith(".test.ts"))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
