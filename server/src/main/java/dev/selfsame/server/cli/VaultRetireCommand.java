package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "retire",
        description = {
            "Take master keys that seal nothing any more out of the file.",
            "Backups made before the rotation need them: keep a copy for as long as those."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class VaultRetireCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(
                line,
                store -> {
                    List<String> retired = store.rotation().retire();
                    for (String tenant : store.tenantKeys().tenants()) {
                        retired.forEach(key -> store.record(tenant, "vault.retire", key, true));
                    }
                    line.getErr()
                            .println(
                                    retired.isEmpty()
                                            ? "No master key can go: all of them seal something."
                                            : "Not needed any more: " + String.join(", ", retired));
                    line.getErr().flush();
                    return CommandLine.ExitCode.OK;
                });
    }
}
