package dev.selfsame.server.store.s3;

import java.time.Duration;

/**
 * How long a store may take before it counts as down.
 *
 * @param connection until it accepts one
 * @param silence between two pieces of an answer
 * @param whole all attempts of one call together
 * @param attempts at most, 1..10
 */
record S3Patience(Duration connection, Duration silence, Duration whole, int attempts) {

    /** Somebody waits for the answer, with a picture of up to some 25 MB on its way. */
    static final S3Patience USUAL =
            new S3Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(15), 3);
}
