package dev.selfsame.server.audit;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Which entries are wanted.
 *
 * @param tenantId null for all tenants
 * @param action null for all actions
 * @param since the earliest, null for all
 * @param limit so many of the latest, 1..1000000
 */
public record AuditQuery(
        @Nullable String tenantId, @Nullable String action, @Nullable Instant since, int limit) {

    // why: databases know no years far from these
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** Entries of all actions. */
    public AuditQuery(@Nullable String tenantId, @Nullable Instant since, int limit) {
        this(tenantId, null, since, limit);
    }

    public AuditQuery {
        if (since != null && (since.isBefore(FIRST) || since.isAfter(LAST))) {
            throw new IllegalArgumentException("since: " + since + " (expected: years 1 to 9999)");
        }
        if (limit < 1 || limit > 1_000_000) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1..1000000)");
        }
    }
}
