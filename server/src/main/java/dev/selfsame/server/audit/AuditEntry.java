package dev.selfsame.server.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One thing that was done.
 *
 * @param at when
 * @param tenantId whose data it was about, 1..64 characters
 * @param actor the id of the API key, or {@link #COMMAND_LINE}
 * @param action such as {@code keys.create}, up to 64 characters
 * @param subject what it was done to, 1..64 characters on one line: an id of ours, never biometric
 *     data and never a CustomID in clear; {@link #NONE} if nothing can be named
 * @param outcome how it ended
 */
public record AuditEntry(
        Instant at,
        String tenantId,
        String actor,
        String action,
        String subject,
        AuditOutcome outcome) {

    /** The actor of what is typed at the server's own machine. */
    public static final String COMMAND_LINE = "cli";

    /** The subject where there is none. */
    public static final String NONE = "-";

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final int MAX_LENGTH = 64;

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(outcome, "outcome");
        check("tenant", tenantId);
        check("actor", actor);
        check("subject", subject);
        if (!ACTION.matcher(action).matches()) {
            throw new IllegalArgumentException("action: " + action + " (expected: " + ACTION + ")");
        }
    }

    private static void check(String name, String value) {
        if (value.isBlank()
                || value.length() > MAX_LENGTH
                || value.codePoints().anyMatch(AuditEntry::isNoText)) {
            // why not the value: it may be what must not be written down
            throw new IllegalArgumentException(
                    name + ": expected 1..64 characters without line breaks and other controls");
        }
    }

    private static boolean isNoText(int codePoint) {
        // why: a half of a pair comes back from PostgreSQL as something else, and no hash fits it
        return Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }
}
