package dev.selfsame.server.cli;

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
        description = "End a key; a running server refuses it at once.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class KeysRevokeCommand implements Callable<Integer> {

    @Mixin private final KeysCommand.Shared shared = new KeysCommand.Shared();

    @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it, or the key")
    private String keyOrId = "";

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return shared.run(line, store -> revoke(store, line));
    }

    private int revoke(OpenStore store, CommandLine line) {
        String id = KeysCommand.Shared.id(keyOrId);
        boolean revoked = store.keys().revoke(shared.tenant(), id);
        store.record(shared.tenant(), "keys.revoke", KeysCommand.Shared.subject(id), revoked);
        if (!revoked) {
            return shared.noSuchKey(line);
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
