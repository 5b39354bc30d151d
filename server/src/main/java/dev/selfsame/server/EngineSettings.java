package dev.selfsame.server;

import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.imaging.ImageLimits;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How the engine is opened.
 *
 * @param models a folder of model packs, null for the built-in pack alone
 * @param mode mode of new templates, null for the built-in one
 * @param threadsPerNetwork threads inside one network run, 1..64
 * @param maxImageBytes length of a picture file, at least 1
 * @param maxImagePixels width times height, at least 1
 */
public record EngineSettings(
        @Nullable Path models,
        @Nullable String mode,
        int threadsPerNetwork,
        long maxImageBytes,
        long maxImagePixels) {

    EngineConfig config() {
        return new EngineConfig(
                models, mode, new ImageLimits(maxImageBytes, maxImagePixels), threadsPerNetwork);
    }
}
