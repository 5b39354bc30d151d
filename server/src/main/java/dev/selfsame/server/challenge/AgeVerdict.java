package dev.selfsame.server.challenge;

/**
 * Whether a person looks old enough.
 *
 * @param years estimated, rounded down to tenths
 * @param threshold in years
 */
public record AgeVerdict(double years, int threshold) {

    /** Whether the estimate reaches the threshold. */
    public boolean aboveThreshold() {
        return years >= threshold;
    }
}
