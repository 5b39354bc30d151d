package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "list",
        description = "List all tenants.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class TenantsListCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    private static final String ROW = "%-20s %-24s %-12s %-12s %s%n";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> list(store.tenants().list(), line.getOut()));
    }

    private int list(List<Tenant> all, PrintWriter out) {
        if (option.json()) {
            out.println(
                    JsonLine.of(
                            Map.of("tenants", all.stream().map(TenantsCommand::members).toList())));
        } else {
            out.printf(ROW, "ID", "CREATED", "FACE FMR", "FINGER FMR", "NAME");
            all.forEach(
                    tenant ->
                            out.printf(
                                    ROW,
                                    tenant.id(),
                                    tenant.created(),
                                    TenantsCommand.text(tenant.rules().faceFmr()),
                                    TenantsCommand.text(tenant.rules().fingerFmr()),
                                    tenant.name() == null ? "-" : tenant.name()));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
