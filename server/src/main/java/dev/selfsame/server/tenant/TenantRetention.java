package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.Period;
import java.util.Objects;
import java.util.Optional;

/**
 * The rules of a tenant.
 *
 * @param peopleSince since when it is written down on which day people are verified, null where
 *     nobody is deleted for not being used
 */
public record TenantRetention(
        String tenantId, RetentionRules rules, @Nullable Instant peopleSince) {

    public TenantRetention {
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(rules, "rules");
    }

    /**
     * Who was not used since then is to be deleted; empty where nobody is. For the first days of
     * the rule that is nobody: who was verified before it is not known.
     */
    public Optional<Instant> unusedBefore(Instant now) {
        if (rules.peopleDays() == null || peopleSince == null) {
            return Optional.empty();
        }
        Instant before = now.minus(Period.ofDays(rules.peopleDays()));
        return before.isBefore(peopleSince) ? Optional.empty() : Optional.of(before);
    }
}
