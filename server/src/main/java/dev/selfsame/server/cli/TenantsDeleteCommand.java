package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "delete",
        description = "Delete a tenant, its keys, its counts and all that is kept of it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class TenantsDeleteCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "ID", description = "The tenant")
    private String id = "";

    @Option(names = "--yes", description = "Really; it cannot be undone")
    private boolean really;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        if (!really) {
            return StoreOption.fail(line, "nothing is deleted; say --yes, it cannot be undone");
        }
        return option.run(line, store -> delete(store, line));
    }

    private int delete(OpenStore store, CommandLine line) {
        Tenant.checkId(id);
        boolean deleted = store.tenants().delete(id);
        store.record(id, "tenants.delete", id, deleted);
        if (!deleted) {
            return TenantsCommand.noSuchTenant(line, id);
        }
        if (option.json()) {
            line.getOut().println(JsonLine.of(Map.of("deleted", id)));
            line.getOut().flush();
        } else {
            line.getErr().println("Tenant " + id + " is deleted.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
