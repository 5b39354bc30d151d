package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Replaces the keys that keep templates and names secret, while servers run. */
@Command(
        name = "vault",
        description = "Show and replace the keys of what is stored; works while servers run.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            VaultStatusCommand.class,
            VaultRotateCommand.class,
            VaultRetireCommand.class,
            VaultResealCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame vault status",
            "  selfsame vault rotate                  # a new master key; then, on all machines:",
            "  selfsame vault retire                  # the old one goes out of the file",
            "  selfsame vault reseal --tenant acme    # a new key for one tenant's people"
        })
public final class VaultCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
