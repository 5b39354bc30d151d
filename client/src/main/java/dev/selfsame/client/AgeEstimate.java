package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What came of a look at an age: an estimate, or a picture that tells nothing. */
public sealed interface AgeEstimate {

    /** What is known in both cases. */
    Look look();

    /**
     * An estimate, not a fact; see the server's documentation for how far it is off.
     *
     * @param look at what
     * @param years the age
     * @param aboveThreshold whether it is at least the threshold
     */
    record Estimated(Look look, BigDecimal years, boolean aboveThreshold) implements AgeEstimate {

        /** Checks that all is there. */
        public Estimated {
            Objects.requireNonNull(look, "look");
            Objects.requireNonNull(years, "years");
        }
    }

    /**
     * No face, or too poor a picture: ask for another.
     *
     * @param look at what
     */
    record Unusable(Look look) implements AgeEstimate {

        /** Checks that all is there. */
        public Unusable {
            Objects.requireNonNull(look, "look");
        }
    }

    /**
     * The picture that was looked at.
     *
     * @param id names the look
     * @param threshold years that were asked about
     * @param digest SHA-256 of the picture's file, in hexadecimal
     * @param imageType what it is
     * @param quality as of a {@link Face}; -10000 where there is no face
     * @param created when
     */
    record Look(
            UUID id,
            BigDecimal threshold,
            @Nullable String digest,
            @Nullable ImageType imageType,
            int quality,
            Instant created) {

        /** Checks that what must be is there. */
        public Look {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(threshold, "threshold");
            Objects.requireNonNull(created, "created");
        }
    }
}
