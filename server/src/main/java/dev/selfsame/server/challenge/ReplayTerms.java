package dev.selfsame.server.challenge;

import java.util.Objects;

/**
 * What only recordings have. Shares its array.
 *
 * @param id by which the one who asked knows the recording, of his choice or ours
 * @param serverRandom {@value #RANDOM_BYTES} bytes that a recording must repeat, so that none fits
 *     another challenge
 * @param imageRetrievalDisabled whether the best image stays out of the status
 * @param key which the recording is encrypted to; of this challenge alone, gone with it
 */
public record ReplayTerms(
        String id, byte[] serverRandom, boolean imageRetrievalDisabled, ReplayKey key) {

    /** Length of the random. */
    public static final int RANDOM_BYTES = 32;

    public ReplayTerms {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        if (serverRandom.length != RANDOM_BYTES) {
            throw new IllegalArgumentException(
                    "serverRandom: " + serverRandom.length + " bytes (expected: 32)");
        }
    }

    /** Leaves the random and the key out. */
    @Override
    public String toString() {
        return "ReplayTerms[" + imageRetrievalDisabled + "]";
    }
}
