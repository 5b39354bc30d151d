package dev.selfsame.server.store.redis;

import static dev.selfsame.server.testing.SampleSessions.TENANT;
import static dev.selfsame.server.testing.SampleSessions.bareFace;
import static dev.selfsame.server.testing.SampleSessions.bareSession;
import static dev.selfsame.server.testing.SampleSessions.face;
import static dev.selfsame.server.testing.SampleSessions.match;
import static dev.selfsame.server.testing.SampleSessions.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.selfsame.server.biosession.SessionMatch;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Bytes that are not what was written are told from those that are. */
final class ValuesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");
    private static final SessionMatch MATCH = match(bareFace(NOW, 1), bareFace(NOW, 2), 0.5, NOW);

    /** Reads a value of one kind. */
    private interface Decoder {
        Object decode(byte[] value) throws BrokenValueException;
    }

    private record Sample(byte[] value, Decoder decoder) {}

    private static List<Sample> samples() {
        UUID id = UUID.randomUUID();
        Decoder sessions = value -> SessionValue.decode(TENANT, id, value);
        Decoder faces = value -> FaceValue.decode(id, value);
        Decoder matches = value -> MatchValue.decode(MATCH.reference(), MATCH.candidate(), value);
        return List.of(
                new Sample(SessionValue.encode(session(NOW, Duration.ofSeconds(1))), sessions),
                new Sample(SessionValue.encode(bareSession(NOW, Duration.ofSeconds(1))), sessions),
                new Sample(FaceValue.encode(face(NOW, 1)), faces),
                new Sample(FaceValue.encode(bareFace(NOW, 1)), faces),
                new Sample(MatchValue.encode(MATCH), matches));
    }

    @Test
    void whatWasWrittenIsRead() {
        for (Sample sample : samples()) {
            assertThatNoException().isThrownBy(() -> sample.decoder.decode(sample.value));
        }
    }

    @Test
    void whatIsCutOrLengthenedIsRefused() {
        for (Sample sample : samples()) {
            for (int length = 0; length < sample.value.length; length++) {
                byte[] cut = Arrays.copyOf(sample.value, length);
                assertRefused(() -> sample.decoder.decode(cut));
            }
            byte[] longer = Arrays.copyOf(sample.value, sample.value.length + 1);
            assertRefused(() -> sample.decoder.decode(longer));
        }
    }

    @Test
    void anotherVersionIsRefused() {
        for (Sample sample : samples()) {
            byte[] newer = sample.value.clone();
            newer[0]++;
            assertRefused(() -> sample.decoder.decode(newer));
        }
    }

    @Test
    void noChangeOfBytesDoesMoreThanBeRefused() {
        Random random = new Random(20261121);
        int refused = 0;
        for (Sample sample : samples()) {
            for (int i = 0; i < 4000; i++) {
                byte[] altered = sample.value.clone();
                int changes = 1 + random.nextInt(4);
                for (int n = 0; n < changes; n++) {
                    altered[random.nextInt(altered.length)] = (byte) random.nextInt();
                }
                refused += isRefused(sample.decoder, altered) ? 1 : 0;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aLengthBeyondTheEndAllocatesNothing() {
        byte[] huge = {1, 1, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0};
        byte[] negative = {1, 1, (byte) 0x80, 0, 0, 0, 0};

        assertRefused(() -> FaceValue.decode(UUID.randomUUID(), huge));
        assertRefused(() -> FaceValue.decode(UUID.randomUUID(), negative));
    }

    private static boolean isRefused(Decoder decoder, byte[] value) {
        try {
            decoder.decode(value);
            return false;
        } catch (BrokenValueException _) {
            return true;
        }
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatExceptionOfType(BrokenValueException.class).isThrownBy(call);
    }
}
