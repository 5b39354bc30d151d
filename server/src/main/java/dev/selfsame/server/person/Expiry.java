package dev.selfsame.server.person;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * Which people of a tenant are to be deleted by its rules.
 *
 * @param unusedBefore who was last used before this; null for nobody
 * @param endedBy whose consent on record had ended by then; null for nobody
 */
public record Expiry(String tenantId, @Nullable Instant unusedBefore, @Nullable Instant endedBy) {

    public Expiry {
        Objects.requireNonNull(tenantId, "tenantId");
    }

    /** Whether anybody can be meant. */
    public boolean isAny() {
        return unusedBefore != null || endedBy != null;
    }

    /** Days before this one are long enough ago, as a whole. */
    public LocalDate unusedBeforeDay() {
        return LocalDate.ofInstant(Objects.requireNonNull(unusedBefore), ZoneOffset.UTC);
    }

    /** Whether the person is meant because its consent has ended. */
    public boolean isByConsent(StoredPerson person) {
        Instant end = person.end();
        return endedBy != null && end != null && !end.isAfter(endedBy);
    }
}
