package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "show",
        description = "Show one tenant and how many keys it has.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class TenantsShowCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(paramLabel = "ID", description = "The tenant")
    private String id = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> show(store, line));
    }

    private int show(OpenStore store, CommandLine line) {
        Tenant.checkId(id);
        Optional<Tenant> found = store.tenants().find(id);
        if (found.isEmpty()) {
            return TenantsCommand.noSuchTenant(line, id);
        }
        Tenant tenant = found.get();
        Instant now = Clock.systemUTC().instant();
        long keys = store.keys().list(id).stream().filter(key -> key.isValidAt(now)).count();
        PrintWriter out = line.getOut();
        if (option.json()) {
            Map<String, Object> members = TenantsCommand.members(tenant);
            store.tenants().retention(id).ifPresent(it -> RetentionChange.put(members, it));
            members.put("validKeys", keys);
            out.println(JsonLine.of(members));
        } else {
            out.println("id          " + tenant.id());
            out.println("name        " + (tenant.name() == null ? "-" : tenant.name()));
            out.println("created     " + tenant.created());
            out.println("face FMR    " + TenantsCommand.text(tenant.rules().faceFmr()));
            out.println("finger FMR  " + TenantsCommand.text(tenant.rules().fingerFmr()));
            store.tenants()
                    .retention(id)
                    .map(RetentionChange::lines)
                    .ifPresent(lines -> lines.forEach(out::println));
            out.println("valid keys  " + keys);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
