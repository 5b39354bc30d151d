package dev.selfsame.server.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.problem.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

final class ConsentTest {

    private static final Instant GIVEN = Instant.parse("2025-03-02T08:00:00.123456789Z");
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @Test
    void endsWithWhatComesFirst() {
        Instant early = GIVEN.plusSeconds(1);
        Instant late = GIVEN.plusSeconds(2);

        assertThat(consent(null, null).end()).isEmpty();
        assertThat(consent(late, null).end()).contains(millis(late));
        assertThat(consent(null, late).end()).contains(millis(late));
        assertThat(consent(late, early).end()).contains(millis(early));
        assertThat(consent(early, late).end()).contains(millis(early));
    }

    @Test
    void comesBackFromItsBytes() {
        Consent whole = consent(GIVEN.plusSeconds(9), GIVEN);
        Consent least = new Consent("p \ud83d\ude00", "b", null, null, GIVEN, null, null);

        assertThat(ConsentCodec.decode(ConsentCodec.encode(whole))).isEqualTo(whole);
        assertThat(ConsentCodec.decode(ConsentCodec.encode(least))).isEqualTo(least);
    }

    @Test
    void theLongestRecordHasNoMoreBytesThanStated() {
        String text = "\u4e2d".repeat(Consent.LONGEST);
        byte[] bytes =
                ConsentCodec.encode(
                        new Consent(text, text, text, SHA256, GIVEN, GIVEN.plusSeconds(1), GIVEN));

        assertThat(bytes.length).isBetween(2_300, ConsentCodec.MOST_BYTES);
    }

    @Test
    void bytesThatWereCutOrAreMoreAreNone() {
        byte[] bytes = ConsentCodec.encode(consent(GIVEN.plusSeconds(9), null));

        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ConsentCodec.decode(cut))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        byte[] more = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> ConsentCodec.decode(more))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] later = bytes.clone();
        later[0] = 2;
        assertThatThrownBy(() -> ConsentCodec.decode(later))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesInTheWrongOrderAreRefused() {
        assertRefused(() -> consent(GIVEN, null));
        assertRefused(() -> consent(GIVEN.minusSeconds(1), null));
        assertRefused(() -> consent(null, GIVEN.minusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59Z",
                "2200-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void timesFarAwayAreRefused(String time) {
        Instant far = Instant.parse(time);
        assertRefused(() -> new Consent("p", "b", null, null, far, null, null));
        assertRefused(() -> consent(far, null));
        assertRefused(() -> consent(null, far));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "\ud800", "x\udfff"})
    void textsThatAreNoneAreRefused(String text) {
        assertRefused(() -> new Consent(text, "b", null, null, GIVEN, null, null));
        assertRefused(() -> new Consent("p", text, null, null, GIVEN, null, null));
        assertRefused(() -> new Consent("p", "b", text, null, GIVEN, null, null));
        assertRefused(() -> new Consent("p", "b", null, text, GIVEN, null, null));
    }

    @Test
    void whatIsTooLongIsRefusedAndTheLongestIsNot() {
        String longest = "x".repeat(Consent.LONGEST);

        assertThat(new Consent(longest, longest, longest, SHA256, GIVEN, null, null).purpose())
                .isEqualTo(longest);
        assertRefused(() -> new Consent(longest + "x", "b", null, null, GIVEN, null, null));
        assertRefused(() -> new Consent("p", "b", null, SHA256 + "0", GIVEN, null, null));
        assertRefused(
                () -> new Consent("p", "b", null, "A" + SHA256.substring(1), GIVEN, null, null));
    }

    @Test
    void whatIsStillToHappenIsRefusedButForClocksThatAreAhead() {
        Instant now = GIVEN.minus(Duration.ofHours(23));
        consent(null, null).checkHappened(now);

        assertRefused(() -> consent(null, null).checkHappened(GIVEN.minus(Duration.ofDays(2))));
        assertRefused(() -> consent(null, GIVEN.plus(Duration.ofDays(2))).checkHappened(now));
        consent(GIVEN.plus(Duration.ofDays(9999)), null).checkHappened(now);
    }

    @Test
    void showsNoText() {
        assertThat(consent(null, null).toString()).doesNotContain("Door", "GDPR");
    }

    private static void assertRefused(Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOf(Problem.class);
    }

    private static Instant millis(Instant time) {
        return Instant.ofEpochMilli(time.toEpochMilli());
    }

    private static Consent consent(@Nullable Instant expires, @Nullable Instant withdrawn) {
        return new Consent("Door", "GDPR 9(2)(a)", "3", SHA256, GIVEN, expires, withdrawn);
    }
}
