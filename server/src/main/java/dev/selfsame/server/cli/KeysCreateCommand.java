package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Scopes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "create",
        description = "Make a key and print it; it cannot be shown again.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class KeysCreateCommand implements Callable<Integer> {

    @Mixin private final KeysCommand.Shared shared = new KeysCommand.Shared();

    @Option(
            names = "--scopes",
            paramLabel = "A,B",
            description = "What it allows: all, match, metrics (default: ${DEFAULT-VALUE})",
            defaultValue = "all")
    private String scopes = "all";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it (default: ${DEFAULT-VALUE})",
            defaultValue = "unnamed")
    private String name = "unnamed";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return shared.run(CommandSpecs.of(spec), this::create);
    }

    private int create(ApiKeys keys, CommandLine line) {
        IssuedKey issued = keys.issue(shared.tenant(), name, Scopes.parse(scopes));
        PrintWriter out = line.getOut();
        if (shared.json()) {
            Map<String, String> created = new LinkedHashMap<>();
            created.put("id", issued.key().id());
            created.put("tenant", issued.key().tenantId());
            created.put("name", issued.key().name());
            created.put("scopes", issued.key().scopes().text());
            created.put("apiKey", issued.text());
            out.println(JsonLine.of(created));
        } else {
            out.println(issued.text());
            line.getErr()
                    .println("Key " + issued.key().id() + " is shown this once; keep it safe.");
            line.getErr().flush();
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
