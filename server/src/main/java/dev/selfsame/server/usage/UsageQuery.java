package dev.selfsame.server.usage;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Which counts are wanted.
 *
 * @param tenantId null for all tenants
 * @param from first day in UTC
 * @param to last day in UTC, not before the first
 */
public record UsageQuery(@Nullable String tenantId, LocalDate from, LocalDate to) {

    public UsageQuery {
        if (from.getYear() < 1 || to.getYear() > 9999) {
            // why: databases know no years far from these
            throw new IllegalArgumentException("from, to: expected years 1 to 9999");
        }
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "to: " + to + " (expected: a day not before " + from + ")");
        }
    }
}
