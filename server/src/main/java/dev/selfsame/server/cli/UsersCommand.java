package dev.selfsame.server.cli;

import dev.selfsame.server.portal.NewPassword;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Makes, shows, helps and deletes those who sign in to the portal, while servers run or not. */
@Command(
        name = "users",
        description =
                "Make, list and delete users of the portal, and give them new passwords; works"
                        + " while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            UsersListCommand.class,
            UsersCreateCommand.class,
            UsersResetCommand.class,
            UsersDeleteCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame users reset admin               # the password was lost",
            "  selfsame users create ann                # an administrator",
            "  selfsame users create bob --tenant acme  # sees what belongs to acme alone"
        })
public final class UsersCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** Prints a password, at the only time. */
    static int print(CommandLine line, NewPassword made, boolean json) {
        PrintWriter out = line.getOut();
        if (json) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("name", made.name());
            members.put("password", made.text());
            out.println(JsonLine.of(members));
        } else {
            out.println(made.text());
            line.getErr().println("The password of " + made.name() + "; it cannot be shown again.");
            line.getErr().flush();
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
