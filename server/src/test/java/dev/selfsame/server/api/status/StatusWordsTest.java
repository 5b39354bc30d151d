package dev.selfsame.server.api.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({"1.0, 100 %", "0.999999, 99.99 %", "0.99, 99.00 %", "0.5, 50.00 %", "0.0, 0.00 %"})
    void availabilityIsNeverRoundedUpToAllOfIt(double share, String text) {
        assertThat(plain(StatusWords.availability(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0, 0 %", "0.00001, under 0.01 %", "0.0001, 0.01 %", "0.25, 25.00 %"})
    void errorsAreNeverRoundedDownToNone(double share, String text) {
        assertThat(plain(StatusWords.errors(share))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 1 ms",
        "12600000, 12 ms",
        "127000000, 130 ms",
        "999999999, 1000 ms",
        "1000000000, 1.0 s",
        "32768000000, 32.8 s"
    })
    void timesHaveTwoDigitsThatCount(long nanos, String text) {
        assertThat(plain(StatusWords.duration(Duration.ofNanos(nanos)))).isEqualTo(text);
    }

    @Test
    void whatNobodyMeasuredIsADash() {
        assertThat(StatusWords.availability(null)).isEqualTo("–");
        assertThat(StatusWords.errors(null)).isEqualTo("–");
        assertThat(StatusWords.duration(null)).isEqualTo("–");
    }

    /** Numbers and their units are never torn apart. */
    private static String plain(String text) {
        assertThat(text).doesNotContainPattern("[0-9] ");
        return text.replace('\u00a0', ' ');
    }
}
