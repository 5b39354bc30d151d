package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Scopes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Duration;
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
            description =
                    "What it allows: all, match, metrics, sessions or its halves sessions-read and"
                            + " sessions-write, multibiometrics or its halves"
                            + " multibiometrics-read and multibiometrics-write"
                            + " (default: ${DEFAULT-VALUE})",
            defaultValue = "all")
    private String scopes = "all";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call it (default: ${DEFAULT-VALUE})",
            defaultValue = "unnamed")
    private String name = "unnamed";

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            converter = Span.class,
            description = "When it ends by itself, such as 90d, 1m to 3660d (default: never)")
    private @Nullable Duration expires;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        return shared.run(
                line,
                store -> {
                    IssuedKey issued =
                            store.keys()
                                    .issue(shared.tenant(), name, Scopes.parse(scopes), expires);
                    store.record(shared.tenant(), "keys.create", issued.key().id(), true);
                    shared.print(line, issued);
                    return CommandLine.ExitCode.OK;
                });
    }
}
