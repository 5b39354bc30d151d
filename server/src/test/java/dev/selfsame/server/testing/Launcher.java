package dev.selfsame.server.testing;

import dev.selfsame.server.cli.KeysCommand;
import dev.selfsame.server.cli.ServeCommand;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the server in a process of their own. */
@Command(
        name = "selfsame",
        subcommands = {ServeCommand.class, KeysCommand.class})
public final class Launcher {

    private Launcher() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Launcher()).execute(arguments));
    }
}
