package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "list",
        description = "List a tenant's keys, ended ones too.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class KeysListCommand implements Callable<Integer> {

    private static final String ROW = "%-12s %-20s %-16s %-24s %-24s %-24s %s%n";

    @Mixin private final KeysCommand.Shared shared = new KeysCommand.Shared();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return shared.run(line, store -> list(store.keys(), line));
    }

    private int list(ApiKeys keys, CommandLine line) {
        List<ApiKey> all = keys.list(shared.tenant());
        PrintWriter out = line.getOut();
        if (shared.json()) {
            out.println(
                    JsonLine.of(
                            Map.of("keys", all.stream().map(KeysListCommand::members).toList())));
        } else {
            out.printf(ROW, "ID", "NAME", "SCOPES", "CREATED", "EXPIRES", "LAST USED", "REVOKED");
            all.forEach(
                    key ->
                            out.printf(
                                    ROW,
                                    key.id(),
                                    key.name(),
                                    key.scopes().text(),
                                    key.created(),
                                    orDash(key.expires()),
                                    orDash(key.lastUsed()),
                                    orDash(key.revoked())));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static Map<String, String> members(ApiKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("id", key.id());
        members.put("tenant", key.tenantId());
        members.put("name", key.name());
        members.put("scopes", key.scopes().text());
        members.put("created", key.created().toString());
        if (key.expires() != null) {
            members.put("expires", key.expires().toString());
        }
        if (key.lastUsed() != null) {
            members.put("lastUsed", key.lastUsed().toString());
        }
        if (key.revoked() != null) {
            members.put("revoked", key.revoked().toString());
        }
        return members;
    }

    private static String orDash(@Nullable Instant instant) {
        return instant == null ? "-" : instant.toString();
    }
}
