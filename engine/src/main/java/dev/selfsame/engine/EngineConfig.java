package dev.selfsame.engine;

import dev.selfsame.engine.imaging.ImageLimits;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Objects;

/**
 * How an engine is opened.
 *
 * @param models a folder of model packs (each a folder with a {@code pack.json}) used in addition
 *     to the built-in pack, or null for the built-in one alone
 * @param mode name of the mode that new face templates are made in, or null for the built-in one
 * @param limits what a picture may cost
 * @param threadsPerNetwork threads inside one network run, 1..64; 1 is best wherever several
 *     pictures are read at once
 */
public record EngineConfig(
        @Nullable Path models, @Nullable String mode, ImageLimits limits, int threadsPerNetwork) {

    /** The built-in models, default limits, one thread a network. */
    public static final EngineConfig DEFAULT = new EngineConfig(null, null, ImageLimits.DEFAULT, 1);

    public EngineConfig {
        Objects.requireNonNull(limits, "limits");
        if (threadsPerNetwork < 1 || threadsPerNetwork > 64) {
            throw new IllegalArgumentException(
                    "threadsPerNetwork: " + threadsPerNetwork + " (expected: 1..64)");
        }
    }
}
