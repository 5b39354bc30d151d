package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** Exports, imports and counts people, while the server runs or not. */
@Command(
        name = "people",
        description = "Export, import and count enrolled people; works while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            PeopleCountCommand.class,
            PeopleExportCommand.class,
            PeopleImportCommand.class,
            PeopleReencodeCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame people count --tenant acme",
            "  selfsame people export --tenant acme --passphrase-file secret.txt acme.people",
            "  selfsame people import --tenant acme --passphrase-file secret.txt acme.people"
        })
public final class PeopleCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
