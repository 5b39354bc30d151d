package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class SettingKeysTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `(selfsame\\.[a-z0-9.-]+)` \\|.*");

    @Test
    void namesAreDashed() {
        assertThat(SettingKeys.all())
                .contains(
                        "selfsame.port",
                        "selfsame.uploads.max-body-bytes",
                        "selfsame.api-keys.recheck-after",
                        "selfsame.engine.threads-per-network");
    }

    @Test
    void everySettingIsDocumentedAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                documented.add(row.group(1));
            }
        }

        assertThat(documented).isEqualTo(SettingKeys.all());
    }

    @Test
    void variablesMaySeparateWordsOrNot() {
        Set<String> environment =
                Set.of(
                        "PATH",
                        "SELFSAME_DATA",
                        "SELFSAME_JAVA_OPTS",
                        "SELFSAME_PORT",
                        "SELFSAME_UPLOADS_MAXBODYBYTES",
                        "SELFSAME_UPLOADS_MAX_BODY_BYTES",
                        "SELFSAME_UPLOADS_MAXBYTES");

        assertThat(SettingKeys.unknownVariables(environment))
                .containsExactly("SELFSAME_UPLOADS_MAXBYTES");
    }
}
