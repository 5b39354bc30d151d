package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Deletes what tenants do not want to keep any longer. */
@Command(
        name = "retention",
        description = "Delete what tenants do not want to keep any longer; servers do so too.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {RetentionRunCommand.class},
        footer = {
            "",
            "Examples:",
            "  selfsame tenants set acme --people-days 730",
            "  selfsame retention run --dry-run",
            "  selfsame retention run --json"
        })
final class RetentionCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
