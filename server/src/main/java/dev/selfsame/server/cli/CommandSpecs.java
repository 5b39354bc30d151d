package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

import java.util.Objects;

/** Where a command writes. */
final class CommandSpecs {

    private CommandSpecs() {}

    /** The command line that runs a command; picocli has set it before the command is called. */
    static CommandLine of(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec, "spec").commandLine();
    }
}
