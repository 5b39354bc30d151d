package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.inference.InvalidPackException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Which models a command uses. */
final class EngineOptions {

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "Folder of model packs used beside the built-in one")
    private @Nullable Path models;

    @Option(
            names = "--mode",
            paramLabel = "NAME",
            description = "Face mode to use (default: the built-in one; see selfsame models)")
    private @Nullable String mode;

    /** Says what does not go together. */
    void check(CommandSpec spec, ModalityOptions modality) {
        if (modality.finger() && (models != null || mode != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--models and --mode are for faces; fingers use no networks");
        }
    }

    /** An engine; close it. */
    Engine open() {
        if (models != null && !Files.isDirectory(models)) {
            throw new UnusableInputException(
                    "there is no folder " + models + "; --models names a folder of model packs");
        }
        try {
            return Engine.open(new EngineConfig(models, mode, ImageLimits.DEFAULT, 1));
        } catch (InvalidPackException e) {
            throw new UnusableInputException(Objects.requireNonNull(e.getMessage(), "message"));
        }
    }
}
