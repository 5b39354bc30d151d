package dev.selfsame.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

final class ClockExamTest {

    @ParameterizedTest
    @CsvSource({"0, OK", "-4, OK", "30, WARNING", "-30, WARNING", "90, FAILED", "-7200, FAILED"})
    void anotherClockMayBeALittleApart(int seconds, Verdict verdict) {
        Clock clock = Clock.systemUTC();
        ClockExam exam = new ClockExam(clock);

        exam.compare("the database", clock.instant().plusSeconds(seconds));

        assertThat(exam.examine())
                .extracting(Finding::verdict)
                .containsExactly(Verdict.OK, verdict);
    }

    @Test
    void aClockOfLongAgoIsWrong() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        assertThat(new ClockExam(clock).examine())
                .first()
                .extracting(Finding::verdict)
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void aClockThatIsSetMeanwhileIsNoticed() {
        Clock clock = Clock.systemUTC();
        boolean[] isSet = {false};
        ClockExam exam =
                new ClockExam(
                        new Clock() {
                            @Override
                            public Instant instant() {
                                return isSet[0]
                                        ? clock.instant().minus(Duration.ofSeconds(3))
                                        : clock.instant();
                            }

                            @Override
                            public ZoneId getZone() {
                                return ZoneOffset.UTC;
                            }

                            @Override
                            public Clock withZone(ZoneId zone) {
                                return this;
                            }
                        });

        isSet[0] = true;

        assertThat(exam.examine())
                .filteredOn(it -> it.verdict() == Verdict.WARNING)
                .singleElement()
                .extracting(Finding::found)
                .asString()
                .startsWith("it was set by ");
    }
}
