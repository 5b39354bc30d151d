package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Lists and prints signed receipts of deletions. */
@Command(
        name = "receipts",
        description = "List and print signed receipts of deletions.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {ReceiptsListCommand.class, ReceiptsShowCommand.class},
        footer = {
            "",
            "Examples:",
            "  selfsame receipts list --tenant acme",
            "  echo 1234 | selfsame receipts list --tenant acme --custom-id -",
            "  selfsame receipts show 5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11 > receipt.json",
            "  selfsame verify-signature receipt.json"
        })
final class ReceiptsCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
