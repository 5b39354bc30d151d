package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.ApiKeys;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.Map;
import java.util.concurrent.Callable;

@Command(
        name = "revoke",
        description = "End a key; a running server refuses it within seconds.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class KeysRevokeCommand implements Callable<Integer> {

    @Mixin private final KeysCommand.Shared shared = new KeysCommand.Shared();

    @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it, or the key")
    private String keyOrId = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return shared.run(CommandSpecs.of(spec), this::revoke);
    }

    private int revoke(ApiKeys keys, CommandLine line) {
        // why: whoever pastes the whole key means it, and must not see it in the answer
        String id = ApiKeys.idOf(keyOrId).orElse(keyOrId);
        if (!keys.revoke(shared.tenant(), id)) {
            return KeysCommand.Shared.fail(
                    line,
                    "the tenant "
                            + shared.tenant()
                            + " has no valid key of that id; see selfsame keys list");
        }
        if (shared.json()) {
            line.getOut().println(JsonLine.of(Map.of("revoked", id)));
            line.getOut().flush();
        } else {
            line.getErr().println("Key " + id + " is revoked.");
            line.getErr().flush();
        }
        return CommandLine.ExitCode.OK;
    }
}
