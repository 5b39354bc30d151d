package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "status",
        description = "List master keys by their ids, and whether they seal anything.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class VaultStatusCommand implements Callable<Integer> {

    @Mixin private final StoreOption option = new StoreOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> print(store, line));
    }

    private int print(OpenStore store, CommandLine line) {
        List<String> ids = store.rotation().ids();
        Set<String> inUse = store.tenantKeys().masterIds();
        Map<String, Long> tenantKeys = store.tenantKeys().countByMaster();
        Map<String, Long> signingKeys = store.serverKeys().countByMaster();
        if (option.json()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("masterKeys", ids);
            members.put("inUse", inUse);
            members.put("tenantKeys", tenantKeys);
            members.put("signingKeys", signingKeys);
            line.getOut().println(JsonLine.of(members));
        } else {
            for (int i = 0; i < ids.size(); i++) {
                String id = ids.get(i);
                line.getOut()
                        .println(
                                id
                                        + (i == 0 ? " current" : " old")
                                        + (inUse.contains(id)
                                                ? ", in use: seals "
                                                        + tenantKeys.getOrDefault(id, 0L)
                                                        + " keys of tenants, "
                                                        + signingKeys.getOrDefault(id, 0L)
                                                        + " signing keys and secrets of one-time"
                                                        + " codes"
                                                : ", seals nothing"));
            }
        }
        line.getOut().flush();
        return CommandLine.ExitCode.OK;
    }
}
