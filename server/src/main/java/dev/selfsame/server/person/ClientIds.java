package dev.selfsame.server.person;

import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** Draws ids of the contract's shape: milliseconds, {@code x}, 18 digits. */
final class ClientIds {

    private static final long LEAST = 100_000_000_000_000_000L;

    private final RandomGenerator random;

    ClientIds(RandomGenerator random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    String draw(Instant now) {
        return now.toEpochMilli() + "x" + random.nextLong(LEAST, 10 * LEAST);
    }
}
