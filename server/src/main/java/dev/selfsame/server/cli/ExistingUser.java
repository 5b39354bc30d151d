package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.portal.PortalUser;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Optional;
import java.util.function.ToIntBiFunction;

/** A user of the portal whom a command changes, and the database that knows it. */
final class ExistingUser {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "NAME", description = "The user")
    private String name = "";

    boolean json() {
        return option.json();
    }

    /** Finds the user for some work whose result is the exit code. */
    int run(CommandLine line, ToIntBiFunction<OpenStore, PortalUser> work) {
        return option.run(
                line,
                store -> {
                    Optional<PortalUser> user = store.users().find(name);
                    return user.isPresent() ? work.applyAsInt(store, user.get()) : isGone(line);
                });
    }

    /** Says that there is no such user, or none any more. */
    int isGone(CommandLine line) {
        return StoreOption.fail(line, "there is no user " + name + "; see selfsame users list");
    }

    /** Writes down that the user was changed, or that it was tried. */
    static void record(OpenStore store, String action, PortalUser user, boolean done) {
        String tenant = user.tenantId();
        store.record(tenant == null ? AuditEntry.NONE : tenant, action, user.name(), done);
    }
}
