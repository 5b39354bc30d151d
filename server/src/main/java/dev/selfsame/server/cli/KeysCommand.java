package dev.selfsame.server.cli;

import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.UnusableDatabaseException;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.ToIntBiFunction;

/** Makes, lists and revokes API keys, while the server runs or not. */
@Command(
        name = "keys",
        description = "Make, list and revoke API keys; works while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {KeysCreateCommand.class, KeysListCommand.class, KeysRevokeCommand.class},
        footer = {
            "",
            "Examples:",
            "  selfsame keys create --name webshop --scopes match",
            "  selfsame keys list",
            "  selfsame keys revoke x7k2m9q4tz"
        })
public final class KeysCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** What the subcommands share. */
    static final class Shared {

        private static final int FAILURE = 1;

        @Mixin private final StoreOption store = new StoreOption();

        @Option(
                names = "--tenant",
                paramLabel = "ID",
                description = "Whose keys (default: ${DEFAULT-VALUE})",
                defaultValue = Tenant.DEFAULT_ID)
        private String tenant = Tenant.DEFAULT_ID;

        @Option(names = "--json", description = "Print JSON")
        private boolean json;

        String tenant() {
            return tenant;
        }

        boolean json() {
            return json;
        }

        int run(CommandLine line, ToIntBiFunction<ApiKeys, CommandLine> work) {
            try (Database database = store.open()) {
                ApiKeys keys =
                        new ApiKeys(
                                database.apiKeys(),
                                database.tenants(),
                                Clock.systemUTC(),
                                Duration.ZERO);
                return work.applyAsInt(keys, line);
            } catch (UnusableDatabaseException
                    | StartFailedException
                    | Problem
                    | IllegalArgumentException e) {
                return fail(line, e.getMessage());
            }
        }

        static int fail(CommandLine line, @Nullable String message) {
            line.getErr().println("selfsame: " + message);
            line.getErr().flush();
            return FAILURE;
        }
    }
}
