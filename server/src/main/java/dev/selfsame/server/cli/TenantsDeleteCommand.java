package dev.selfsame.server.cli;

import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

    @Option(
            names = "--no-receipt",
            description = "Sign no receipt, for who has not the master key at hand")
    private boolean noReceipt;

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
        boolean there = store.tenants().find(id).isPresent();
        Optional<StoredReceipt> receipt =
                noReceipt || !there
                        ? Optional.empty()
                        : store.tenantErasure(option.signing()).erase(id);
        boolean deleted = noReceipt ? store.tenants().delete(id) : receipt.isPresent();
        store.record(id, "tenants.delete", id, deleted);
        if (!deleted) {
            return TenantsCommand.noSuchTenant(line, id);
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("deleted", id);
        receipt.ifPresent(it -> members.put("receipt", it.id().toString()));
        if (option.json()) {
            line.getOut().println(JsonLine.of(members));
            line.getOut().flush();
        } else {
            line.getErr().println("Tenant " + id + " is deleted.");
            receipt.ifPresent(
                    it ->
                            line.getErr()
                                    .println(
                                            "Print the receipt with: selfsame receipts show "
                                                    + it.id()));
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
