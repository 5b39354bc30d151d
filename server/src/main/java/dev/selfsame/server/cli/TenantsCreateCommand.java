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

import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "create",
        description = "Make a tenant; give it a key with: selfsame keys create --tenant ID.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class TenantsCreateCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Parameters(
            paramLabel = "ID",
            description = "1 to 64 characters a-z, 0-9 and -, not beginning with -")
    private String id = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "What to call it")
    private @Nullable String name;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> create(store, line));
    }

    private int create(OpenStore store, CommandLine line) {
        Optional<Tenant> tenant = store.tenants().create(id, name);
        store.record(id, "tenants.create", id, tenant.isPresent());
        if (tenant.isEmpty()) {
            return StoreOption.fail(line, "there is a tenant " + id + " already");
        }
        if (option.json()) {
            line.getOut().println(JsonLine.of(TenantsCommand.members(tenant.get())));
            line.getOut().flush();
        } else {
            line.getErr().println("Tenant " + id + " is made.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
