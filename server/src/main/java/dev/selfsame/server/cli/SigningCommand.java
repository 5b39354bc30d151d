package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** Replaces the keys that answers are signed with, while servers run. */
@Command(
        name = "signing",
        description = "List, replace and end the keys that sign answers; works while servers run.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            SigningListCommand.class,
            SigningRotateCommand.class,
            SigningRetireCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame signing list",
            "  selfsame signing rotate              # what the old key signed stays verifiable",
            "  selfsame signing retire -- KID       # what it signed is verified no more"
        })
public final class SigningCommand implements Callable<Integer> {

    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    static boolean isKid(String text) {
        return KID.matcher(text).matches();
    }
}
