package dev.selfsame.server.receipt;

import org.jspecify.annotations.Nullable;

/**
 * Which receipts are wanted.
 *
 * @param tenantId whose, null for everybody's
 * @param subject about whom, null for all
 * @param limit so many of the latest, 1..1,000,000
 */
public record ReceiptQuery(@Nullable String tenantId, @Nullable String subject, int limit) {

    private static final int MOST = 1_000_000;

    public ReceiptQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit: " + limit + " (expected: 1.." + MOST + ")");
        }
    }
}
