package dev.selfsame.server;

import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * How the engine is opened.
 *
 * @param models a folder of model packs, null for the built-in pack alone
 * @param mode mode of new templates, null for the built-in one
 * @param threadsPerNetwork threads inside one network run, 1..64
 * @param maxImageBytes length of a picture file, 1..2147483647
 * @param maxImagePixels width times height, at least 1
 */
public record EngineSettings(
        @Setting(
                        meaning =
                                "[model packs](model-packs.md) used beside the built-in one; give"
                                        + " an absolute path",
                        range = "must exist",
                        type = "folder")
                @Nullable Path models,
        @Setting(
                        meaning =
                                "mode in which faces are read; `selfsame models --models DIR` lists"
                                        + " the modes",
                        range = "an installed mode",
                        type = "name",
                        otherwise = "the built-in pack's")
                @Nullable String mode,
        @Setting(
                        meaning =
                                "threads inside one network run; more than 1 helps only where few"
                                        + " pictures are read at once",
                        range = "1..64",
                        unit = "threads")
                int threadsPerNetwork,
        @Setting(
                        meaning = "longest picture file; a longer one is refused with 413",
                        range = "1..2147483647")
                long maxImageBytes,
        @Setting(
                        meaning =
                                "most pixels of a picture, width times height; checked in the"
                                    + " header, before there are pixels; refused with 400. Above"
                                    + " 536870911 that number counts. No side may be longer than"
                                    + " 65535",
                        range = ">= 1",
                        unit = "pixels")
                long maxImagePixels) {

    // why again, as the engine checks them too: it does not know what they are called here
    public EngineSettings {
        check("threads-per-network", threadsPerNetwork, 64);
        check("max-image-bytes", maxImageBytes, Integer.MAX_VALUE);
        check("max-image-pixels", maxImagePixels, Long.MAX_VALUE);
    }

    private static void check(String name, long value, long max) {
        if (value < 1 || value > max) {
            String range = max == Long.MAX_VALUE ? ">= 1" : "1.." + max;
            throw new IllegalArgumentException(
                    "selfsame.engine." + name + ": " + value + " (expected: " + range + ")");
        }
    }

    /** The same as the engine takes it. */
    public EngineConfig config() {
        return new EngineConfig(models, mode, imageLimits(), threadsPerNetwork);
    }

    ImageLimits imageLimits() {
        return new ImageLimits(maxImageBytes, maxImagePixels);
    }
}
