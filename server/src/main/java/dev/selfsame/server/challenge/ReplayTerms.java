package dev.selfsame.server.challenge;

import java.util.Objects;

/**
 * What only recordings have. Shares its array.
 *
 * @param serverRandom {@value #RANDOM_BYTES} bytes that a recording must repeat, so that none fits
 *     another challenge
 * @param imageRetrievalDisabled whether the best image stays out of the status
 * @param key which the recording is encrypted to; of this challenge alone, gone with it
 */
public record ReplayTerms(byte[] serverRandom, boolean imageRetrievalDisabled, ReplayKey key) {

    /** Length of the random. */
    public static final int RANDOM_BYTES = 32;

    public ReplayTerms {
        Objects.requireNonNull(key, "key");
        if (serverRandom.length != RANDOM_BYTES) {
            throw new IllegalArgumentException(
                    "serverRandom: " + serverRandom.length + " bytes (expected: 32)");
        }
    }
}
