package dev.selfsame.server.cli;

import dev.selfsame.server.signing.StoredSigningKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "list",
        description = "List signing keys: the current one, those that still verify, retired ones.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class SigningListCommand implements Callable<Integer> {

    private static final String ROW = "%-44s %-10s %-9s %-24s %s%n";

    @Mixin private final StoreOption option = new StoreOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return option.run(line, store -> print(store, line));
    }

    private int print(OpenStore store, CommandLine line) {
        List<StoredSigningKey> keys = store.signingKeys().list();
        String current = StoredSigningKey.current(keys).map(StoredSigningKey::kid).orElse("");
        List<Map<String, String>> all = keys.stream().map(key -> members(key, current)).toList();
        if (option.json()) {
            line.getOut().println(JsonLine.of(Map.of("signingKeys", all)));
        } else {
            line.getOut().printf(ROW, "KID", "ALGORITHM", "STATE", "CREATED", "RETIRED");
            all.forEach(
                    key ->
                            line.getOut()
                                    .printf(
                                            ROW,
                                            key.get("kid"),
                                            key.get("algorithm"),
                                            key.get("state"),
                                            key.get("created"),
                                            key.getOrDefault("retired", "-")));
        }
        line.getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, String> members(StoredSigningKey key, String current) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kid", key.kid());
        members.put("algorithm", key.algorithm().name());
        members.put("state", state(key, current));
        members.put("created", key.created().toString());
        if (key.retired() != null) {
            members.put("retired", key.retired().toString());
        }
        return members;
    }

    private static String state(StoredSigningKey key, String current) {
        if (key.retired() != null) {
            return "retired";
        }
        return key.kid().equals(current) ? "current" : "verifies";
    }
}
