package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

/**
 * How long what is kept of a tenant is kept.
 *
 * @param peopleDays people who were not enrolled, updated or verified for so many days are deleted,
 *     1..36500; null for nobody
 * @param usageDays counts of requests are deleted after so many days, 1..36500; null for none
 * @param deletesEndedConsents whether people are deleted whose consent on record has expired or was
 *     withdrawn
 */
public record RetentionRules(
        @Nullable Integer peopleDays, @Nullable Integer usageDays, boolean deletesEndedConsents) {

    /** Everything is kept until somebody deletes it. */
    public static final RetentionRules KEEP = new RetentionRules(null, null, false);

    /** The longest, a hundred years. */
    public static final int MOST_DAYS = 36_500;

    public RetentionRules {
        check("people days", peopleDays);
        check("usage days", usageDays);
    }

    private static void check(String name, @Nullable Integer days) {
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException(
                    name + ": " + days + " (expected: 1.." + MOST_DAYS + ")");
        }
    }
}
