package dev.selfsame.server.api.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvLineTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(1)",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "  =1",
                "=cmd|' /C calc'!A0"
            })
    void whatASpreadsheetWouldComputeIsText(String cell) {
        assertThat(CsvLine.of(cell)).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00a0=1",
                "\u3000=1",
                "\ufeff=1",
                "\u200b@SUM(A1)",
                "\u202e+1",
                "\uff1d1",
                "\uff0b1",
                "\uff0d1",
                "\uff20SUM(A1)"
            })
    void soIsWhatOnlySomeSpreadsheetsWouldCompute(String cell) {
        assertThat(CsvLine.of(cell)).isEqualTo("\"'" + cell + "\"\r\n");
    }

    @Test
    void tabsInFrontAreText() {
        assertThat(CsvLine.of("\tgate")).isEqualTo("\"'\tgate\"\r\n");
    }

    @Test
    void whatSeparatesCellsIsQuoted() {
        assertThat(CsvLine.of("2026-11-22", "a,b", "say \"hi\"", "two\nlines", "gate 3", ""))
                .isEqualTo("2026-11-22,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",gate 3,\r\n");
    }
}
