package dev.selfsame.server.retention;

import java.time.Duration;
import java.util.Objects;

/**
 * When a server looks for what is to be deleted.
 *
 * @param every how often, 1 s..7 days; 0 for never, where the command line does it
 * @param receiptDays how long receipts of deletions are kept, 30..36500 days
 */
public record RetentionOptions(Duration every, int receiptDays) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(7);

    public RetentionOptions {
        Objects.requireNonNull(every, "every");
        if (!every.isZero() && (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0)) {
            throw new IllegalArgumentException(
                    "selfsame.retention.every: " + every + " (expected: 0s, or 1s..7d)");
        }
        if (receiptDays < 30 || receiptDays > 36_500) {
            throw new IllegalArgumentException(
                    "selfsame.retention.receipt-days: " + receiptDays + " (expected: 30..36500)");
        }
    }
}
