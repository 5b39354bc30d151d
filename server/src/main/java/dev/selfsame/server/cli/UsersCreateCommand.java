package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "create",
        description = "Make a user of the portal and print the password, once.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class UsersCreateCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "NAME", description = "1 to 56 characters a-z, 0-9 and . _ @ + -")
    private String name = "";

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            description = "The tenant whose data it sees (default: an administrator, sees all)")
    private @Nullable String tenant;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> create(store, line));
    }

    private int create(OpenStore store, CommandLine line) {
        if (tenant != null) {
            Tenant.checkId(tenant);
        }
        PortalRole role = tenant == null ? PortalRole.ADMINISTRATOR : PortalRole.TENANT;
        NewPassword made = store.users().create(name, role, tenant);
        store.record(tenant == null ? AuditEntry.NONE : tenant, "users.create", name, true);
        return UsersCommand.print(line, made, option.json());
    }
}
