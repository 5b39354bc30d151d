package dev.selfsame.server.cli;

import dev.selfsame.server.vault.MasterKeyRotation;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

@Command(
        name = "rotate",
        description = {
            "Make a new master key and seal all tenants' keys with it.",
            "Where the master key is a setting, put the new one before the old one there, restart"
                    + " the servers, and run this: it then only seals anew."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class VaultRotateCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Option(
            names = "--same-key",
            description = "Make no new key, only seal with the current one what others seal")
    private boolean sameKey;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> rotate(store, line));
    }

    private int rotate(OpenStore store, CommandLine line) {
        MasterKeyRotation rotation = store.rotation();
        if (!sameKey) {
            rotation.addKey();
        }
        int count = rotation.rewrapAll();
        String current = rotation.ids().get(0);
        store.tenantKeys()
                .tenants()
                .forEach(tenant -> store.record(tenant, "vault.rotate", current, true));
        line.getErr()
                .println(
                        count
                                + " keys are sealed with the master key "
                                + current
                                + " now. Copy the master key to the other servers and to the"
                                + " backup, then: selfsame vault retire");
        line.getErr().flush();
        return CommandLine.ExitCode.OK;
    }
}
