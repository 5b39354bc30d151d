package dev.selfsame.server.cli;

import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalUser;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private final ExistingUser existing = new ExistingUser();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return existing.run(line, (store, user) -> reset(store, user, line));
    }

    private int reset(OpenStore store, PortalUser user, CommandLine line) {
        Optional<NewPassword> made = store.users().reset(user.name());
        ExistingUser.record(store, "users.reset", user, made.isPresent());
        return made.isPresent()
                ? UsersCommand.print(line, made.get(), existing.json())
                : existing.isGone(line);
    }
}
