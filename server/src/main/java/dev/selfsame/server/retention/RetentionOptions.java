package dev.selfsame.server.retention;

import dev.selfsame.server.setting.Setting;

import java.time.Duration;
import java.util.Objects;

/**
 * When a server looks for what is to be deleted.
 *
 * @param every how often, 1 s..7 days; 0 for never, where the command line does it
 * @param receiptDays how long receipts of deletions are kept, 30..36500 days
 */
public record RetentionOptions(
        @Setting(
                        meaning =
                                "how often this server looks for what is due, a tenth more or less;"
                                        + " 0s for never, where `retention run` does it",
                        range = "1s..7d, or 0s")
                Duration every,
        @Setting(
                        meaning =
                                "days after which [receipts](people.md#receipts) of deletions are"
                                        + " deleted; the same on all servers of a database",
                        range = "30..36500")
                int receiptDays) {

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
