package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.selfsame.engine.testing.CompiledSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The README promises a program; this keeps the promise. */
final class ReadmeExampleTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    @TempDir private Path folder;

    @Test
    void exampleCompiles() throws IOException {
        List<String> examples = examples();

        assertThat(examples).hasSize(1);
        String program = program(examples.getFirst());
        assertThatCode(() -> CompiledSources.compileInto(folder, List.of(program)))
                .doesNotThrowAnyException();
    }

    /** Adds what a reader's editor adds. */
    private static String program(String statements) {
        return """
        import dev.selfsame.engine.*;
        import dev.selfsame.engine.calibration.*;
        import dev.selfsame.engine.face.*;
        import java.nio.file.*;

        class Example {
            public static void main(String[] arguments) throws Exception {
                %s
            }
        }
        """
                .formatted(statements);
    }

    private static List<String> examples() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        return JAVA_BLOCK.matcher(readme).results().map(ReadmeExampleTest::content).toList();
    }

    private static String content(MatchResult block) {
        return block.group(1);
    }
}
