package dev.selfsame.server.usage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What requests are counted by.
 *
 * @param tenantId whose requests
 * @param day in UTC
 * @param keyId the key that they showed
 * @param operation such as {@code bioservices.match}, up to 64 characters
 * @param outcome how they were answered
 */
public record Counted(
        String tenantId, LocalDate day, String keyId, String operation, Outcome outcome)
        implements Comparable<Counted> {

    private static final Pattern OPERATION = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Comparator<Counted> ORDER =
            Comparator.comparing(Counted::tenantId)
                    .thenComparing(Counted::day)
                    .thenComparing(Counted::keyId)
                    .thenComparing(Counted::operation)
                    .thenComparing(Counted::outcome);

    public Counted {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(keyId, "keyId");
        Objects.requireNonNull(outcome, "outcome");
        if (!OPERATION.matcher(operation).matches()) {
            throw new IllegalArgumentException(
                    "operation: " + operation + " (expected: " + OPERATION + ")");
        }
    }

    @Override
    public int compareTo(Counted other) {
        return ORDER.compare(this, other);
    }
}
