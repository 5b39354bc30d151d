package dev.selfsame.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates in words. */
final class OddsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|1 in 1",
                "0.588|1 in 1.7",
                "0.1|1 in 10",
                "0.0101|1 in 99",
                "1e-3|1 in 1,000",
                "1e-4|1 in 10,000",
                "3.68e-5|1 in 27,000",
                "1.001e-6|1 in 1 million",
                "9.99e-7|1 in 1 million",
                "4.35e-7|1 in 2.3 million",
                "3.34e-7|1 in 3 million",
                "3.33e-7|rarer than 1 in 3 million",
                "1e-17|rarer than 1 in 3 million"
            })
    void keepsTwoDigitsAndNamesTheMagnitude(double fmr, String words) {
        assertThat(Odds.of(fmr)).isEqualTo(words);
    }
}
