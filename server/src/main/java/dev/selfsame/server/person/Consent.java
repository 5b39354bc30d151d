package dev.selfsame.server.person;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a controller wrote down of somebody's consent, or of another ground to keep them. Kept as it
 * was said; whether it is valid is no question for a program.
 *
 * @param purpose what for, 1..{@value #LONGEST} characters without controls
 * @param legalBasis by which law, the same
 * @param textVersion which text was shown, the same; null if nobody said
 * @param textSha256 SHA-256 of that text, 64 digits; null if nobody said
 * @param given when
 * @param expires when it ends by itself, after it was given; null for never
 * @param withdrawn when it was taken back, not before it was given; null if it was not
 */
public record Consent(
        String purpose,
        String legalBasis,
        @Nullable String textVersion,
        @Nullable String textSha256,
        Instant given,
        @Nullable Instant expires,
        @Nullable Instant withdrawn) {

    /** Longest text. */
    public static final int LONGEST = 256;

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** How far clocks of others may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    public Consent {
        checkText("Purpose", purpose);
        checkText("LegalBasis", legalBasis);
        if (textVersion != null) {
            checkText("TextVersion", textVersion);
        }
        if (textSha256 != null && !SHA256.matcher(textSha256).matches()) {
            throw invalid("TextSha256: expected 64 digits 0-9 and a-f");
        }
        given = checked("GivenAt", given);
        expires = expires == null ? null : checked("ExpiresAt", expires);
        withdrawn = withdrawn == null ? null : checked("WithdrawnAt", withdrawn);
        if (expires != null && !expires.isAfter(given)) {
            throw invalid("ExpiresAt: not after GivenAt");
        }
        if (withdrawn != null && withdrawn.isBefore(given)) {
            throw invalid("WithdrawnAt: before GivenAt");
        }
    }

    /** When it expires or was withdrawn, whichever is first. */
    public Optional<Instant> end() {
        return Stream.of(Optional.ofNullable(expires), Optional.ofNullable(withdrawn))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /**
     * Refuses what is said to have happened later than now.
     *
     * @throws Problem {@code INVALID_REQUEST}
     */
    public void checkHappened(Instant now) {
        Instant latest = now.plus(AHEAD);
        if (given.isAfter(latest) || (withdrawn != null && withdrawn.isAfter(latest))) {
            throw invalid("GivenAt or WithdrawnAt: in the future");
        }
    }

    private static void checkText(String name, String text) {
        Objects.requireNonNull(text, name);
        if (text.isBlank()
                || text.length() > LONGEST
                || text.codePoints().anyMatch(Consent::isNoText)) {
            throw invalid(name + ": expected 1.." + LONGEST + " characters without controls");
        }
    }

    private static boolean isNoText(int codePoint) {
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static Instant checked(String name, Instant time) {
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            throw invalid(name + ": expected a time from 1970 to 2199");
        }
        // why: what is finer, databases and files would round
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }

    /** Leaves the texts out, as somebody may have written a name into them. */
    @Override
    public String toString() {
        return "Consent[given=" + given + ", end=" + end().orElse(null) + "]";
    }
}
