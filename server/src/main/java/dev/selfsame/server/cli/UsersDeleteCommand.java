package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUserStore.Removal;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "delete",
        description = "Delete a user of the portal and end its sessions.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class UsersDeleteCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "NAME", description = "The user")
    private String name = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> delete(store, line));
    }

    private int delete(OpenStore store, CommandLine line) {
        Optional<PortalUser> user = store.users().find(name);
        if (user.isEmpty()) {
            return UsersCommand.noSuchUser(line, name);
        }
        Removal removal = store.users().delete(name);
        String tenant = user.get().tenantId();
        store.record(
                tenant == null ? AuditEntry.NONE : tenant,
                "users.delete",
                name,
                removal == Removal.DELETED);
        return switch (removal) {
            case DELETED -> print(line);
            case NO_USER -> UsersCommand.noSuchUser(line, name);
            case LAST_ADMINISTRATOR ->
                    StoreOption.fail(
                            line,
                            name
                                    + " is the last administrator; make another one first with:"
                                    + " selfsame users create NAME");
        };
    }

    private int print(CommandLine line) {
        if (option.json()) {
            line.getOut().println(JsonLine.of(Map.of("deleted", name)));
            line.getOut().flush();
        } else {
            line.getErr().println("User " + name + " is deleted.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
