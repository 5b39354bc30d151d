package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.IssuedKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "rotate",
        description = "Make a key like another one, which ends after a while; prints the new one.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class KeysRotateCommand implements Callable<Integer> {

    private static final String NEVER = "never";

    @Mixin private final KeysCommand.Shared shared = new KeysCommand.Shared();

    @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it, or the key")
    private String keyOrId = "";

    @Option(
            names = "--overlap",
            paramLabel = "TIME",
            converter = Span.class,
            description =
                    "How long both work, 0 to 366d; 0 ends the old one now (default:"
                            + " ${DEFAULT-VALUE})",
            defaultValue = "24h")
    private Duration overlap = Duration.ofHours(24);

    @Option(
            names = "--expires",
            paramLabel = "TIME",
            description =
                    "When the new one ends: never, or 1m to 3660d; needed if the old one ends")
    private @Nullable String expires;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        Duration lifetime = lifetime(line);
        return shared.run(line, store -> rotate(store, line, lifetime));
    }

    private int rotate(OpenStore store, CommandLine line, @Nullable Duration lifetime) {
        String id = KeysCommand.Shared.id(keyOrId);
        if (expires == null && ends(store, id)) {
            return StoreOption.fail(
                    line, "that key ends by itself; say with --expires when the new one does");
        }
        Optional<IssuedKey> issued = store.keys().rotate(shared.tenant(), id, overlap, lifetime);
        String subject = KeysCommand.Shared.subject(id);
        store.record(shared.tenant(), "keys.rotate", subject, issued.isPresent());
        if (issued.isEmpty()) {
            return shared.noSuchKey(line);
        }
        store.record(shared.tenant(), "keys.create", issued.get().key().id(), true);
        shared.print(line, issued.get());
        return CommandLine.ExitCode.OK;
    }

    private boolean ends(OpenStore store, String id) {
        return store.keys().list(shared.tenant()).stream()
                .anyMatch(key -> key.id().equals(id) && key.expires() != null);
    }

    private @Nullable Duration lifetime(CommandLine line) {
        if (expires == null || expires.equals(NEVER)) {
            return null;
        }
        try {
            return new Span().convert(expires);
        } catch (TypeConversionException e) {
            throw new ParameterException(line, "--expires: " + e.getMessage() + ", or never", e);
        }
    }
}
