package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "reseal",
        description = "Give a tenant a new key and seal all its people anew with it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class VaultResealCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final TenantOption tenant = new TenantOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(
                line,
                store -> {
                    String id = tenant.existing(store);
                    long count = store.resealing().reseal(id);
                    store.record(id, "vault.reseal", id, true);
                    line.getErr()
                            .println(count + " people of tenant " + id + " have a new key now.");
                    line.getErr().flush();
                    return CommandLine.ExitCode.OK;
                });
    }
}
