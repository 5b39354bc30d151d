package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalUser;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "reset",
        description = {
            "Give a user a new password and print it, once; ends its sessions and its lock-out,",
            "and switches its one-time codes off."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class UsersResetCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "NAME", description = "The user")
    private String name = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> reset(store, line));
    }

    private int reset(OpenStore store, CommandLine line) {
        Optional<PortalUser> user = store.users().find(name);
        if (user.isEmpty()) {
            return UsersCommand.noSuchUser(line, name);
        }
        Optional<NewPassword> made = store.users().reset(name);
        String tenant = user.get().tenantId();
        store.record(
                tenant == null ? AuditEntry.NONE : tenant, "users.reset", name, made.isPresent());
        return made.isPresent()
                ? UsersCommand.print(line, made.get(), option.json())
                : UsersCommand.noSuchUser(line, name);
    }
}
