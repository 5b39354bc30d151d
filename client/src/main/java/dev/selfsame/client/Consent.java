package dev.selfsame.client;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is on record of somebody's consent, or of another ground to keep them. The server keeps it
 * as it was said, and proves nothing by it. Times are cut to milliseconds, as the server does.
 *
 * @param purpose what for, 1..256 characters without controls
 * @param legalBasis by which law, the same
 * @param textVersion which text was shown, the same; null if nobody said
 * @param textSha256 SHA-256 of that text, 64 digits 0-9 and a-f; null if nobody said
 * @param given when
 * @param expires when it ends by itself, after it was given; null for never
 * @param withdrawn when it was taken back, not before it was given; null if it was not
 */
public record Consent(
        @JsonProperty(value = "Purpose", required = true) String purpose,
        @JsonProperty(value = "LegalBasis", required = true) String legalBasis,
        @JsonProperty("TextVersion") @Nullable String textVersion,
        @JsonProperty("TextSha256") @Nullable String textSha256,
        @JsonProperty(value = "GivenAt", required = true) Instant given,
        @JsonProperty("ExpiresAt") @Nullable Instant expires,
        @JsonProperty("WithdrawnAt") @Nullable Instant withdrawn) {

    private static final int LONGEST = 256;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** Checks what is said, and cuts times. */
    public Consent {
        // why here as well: the server's one text for all of it does not say what is wrong
        checkText("purpose", Objects.requireNonNull(purpose, "purpose"));
        checkText("legalBasis", Objects.requireNonNull(legalBasis, "legalBasis"));
        if (textVersion != null) {
            checkText("textVersion", textVersion);
        }
        if (textSha256 != null && !SHA256.matcher(textSha256).matches()) {
            throw new IllegalArgumentException("textSha256: expected 64 digits 0-9 and a-f");
        }
        given = Objects.requireNonNull(given, "given").truncatedTo(ChronoUnit.MILLIS);
        expires = expires == null ? null : expires.truncatedTo(ChronoUnit.MILLIS);
        withdrawn = withdrawn == null ? null : withdrawn.truncatedTo(ChronoUnit.MILLIS);
        if (expires != null && !expires.isAfter(given)) {
            throw new IllegalArgumentException(
                    "expires: " + expires + " (expected: after " + given + ")");
        }
        if (withdrawn != null && withdrawn.isBefore(given)) {
            throw new IllegalArgumentException(
                    "withdrawn: " + withdrawn + " (expected: not before " + given + ")");
        }
    }

    /** Without a text, and without an end. */
    public static Consent of(String purpose, String legalBasis, Instant given) {
        return new Consent(purpose, legalBasis, null, null, given, null, null);
    }

    /**
     * The same to a text that was shown.
     *
     * @param version a name for it
     * @param sha256 of it, 64 digits 0-9 and a-f; null to leave it out
     */
    public Consent withText(String version, @Nullable String sha256) {
        Objects.requireNonNull(version, "version");
        return new Consent(purpose, legalBasis, version, sha256, given, expires, withdrawn);
    }

    /** The same, ending by itself. */
    public Consent withExpiry(Instant end) {
        Objects.requireNonNull(end, "end");
        return new Consent(purpose, legalBasis, textVersion, textSha256, given, end, withdrawn);
    }

    /** The same, taken back. */
    public Consent withWithdrawal(Instant time) {
        Objects.requireNonNull(time, "time");
        return new Consent(purpose, legalBasis, textVersion, textSha256, given, expires, time);
    }

    Map<String, Object> wire() {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("Purpose", purpose);
        wire.put("LegalBasis", legalBasis);
        WireJson.put(wire, "TextVersion", textVersion);
        WireJson.put(wire, "TextSha256", textSha256);
        wire.put("GivenAt", given.toString());
        WireJson.put(wire, "ExpiresAt", expires == null ? null : expires.toString());
        WireJson.put(wire, "WithdrawnAt", withdrawn == null ? null : withdrawn.toString());
        return wire;
    }

    // why not the text: somebody may have written a name into it
    private static void checkText(String name, String text) {
        if (text.isBlank()
                || text.length() > LONGEST
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    name + ": expected 1..256 characters without controls");
        }
    }

    @Override
    public String toString() {
        return "Consent[given=" + given + ", expires=" + expires + ", withdrawn=" + withdrawn + "]";
    }
}
