package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a long command shows meanwhile. */
final class ProgressLineTest {

    private static String shown(boolean terminal, int total) {
        StringWriter written = new StringWriter();
        ProgressLine line = new ProgressLine("pictures", new PrintWriter(written), terminal);
        for (int done = 1; done <= total; done++) {
            line.done(done, total);
        }
        return written.toString();
    }

    @Test
    void printsALineEveryTenPerCentWhereNobodyLooks() {
        assertThat(shown(false, 1000).lines())
                .hasSize(10)
                .first()
                .asString()
                .startsWith("pictures: 100 of 1,000, ");
        assertThat(shown(false, 3).lines()).hasSize(3);
    }

    @Test
    void redrawsABarOnATerminal() {
        String shown = shown(true, 1000);

        assertThat(shown.split("\r")).hasSize(201);
        assertThat(shown.lines().toList()).last().asString().contains("[" + "#".repeat(30) + "]");
        assertThat(shown).endsWith(System.lineSeparator());
    }
}
