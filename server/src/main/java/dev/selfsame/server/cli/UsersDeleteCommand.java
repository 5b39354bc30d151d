package dev.selfsame.server.cli;

import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUserStore.Removal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "delete",
        description = "Delete a user of the portal and end its sessions.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class UsersDeleteCommand implements Callable<Integer> {

    @Mixin private final ExistingUser existing = new ExistingUser();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return existing.run(line, (store, user) -> delete(store, user, line));
    }

    private int delete(OpenStore store, PortalUser user, CommandLine line) {
        Removal removal = store.users().delete(user.name());
        ExistingUser.record(store, "users.delete", user, removal == Removal.DELETED);
        return switch (removal) {
            case DELETED -> print(user.name(), line);
            case NO_USER -> existing.isGone(line);
            case LAST_ADMINISTRATOR ->
                    StoreOption.fail(
                            line,
                            user.name()
                                    + " is the last administrator; make another one first with:"
                                    + " selfsame users create NAME");
        };
    }

    private int print(String name, CommandLine line) {
        if (existing.json()) {
            line.getOut().println(JsonLine.of(Map.of("deleted", name)));
            line.getOut().flush();
        } else {
            line.getErr().println("User " + name + " is deleted.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
