package dev.selfsame.server.cli;

import dev.selfsame.server.SettingSources;
import dev.selfsame.server.StartFailedException;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.store.jdbc.UnusableDatabaseException;
import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.UnusableMasterKeyException;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** The database of a server, found as that server finds it, and the option for JSON. */
final class StoreOption {

    private static final int FAILURE = 1;

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The server's settings file (default: selfsame.yaml in the data directory)")
    private @Nullable Path config;

    @Option(names = "--json", description = "Print JSON")
    private boolean json;

    boolean json() {
        return json;
    }

    /** Opens the database for some work whose result is the exit code. */
    int run(CommandLine line, ToIntFunction<OpenStore> work) {
        return run(line, FAILURE, work);
    }

    /** The same with another exit code where the database cannot be used. */
    int run(CommandLine line, int failure, ToIntFunction<OpenStore> work) {
        return guarded(line, failure, () -> onOpen(work));
    }

    private int onOpen(ToIntFunction<OpenStore> work) {
        try (Database database = open()) {
            return work.applyAsInt(new OpenStore(database, this::masters, Clock.systemUTC()));
        }
    }

    /** Does what needs no open database, and tells failures in the same way. */
    int guarded(CommandLine line, IntSupplier work) {
        return guarded(line, FAILURE, work);
    }

    private static int guarded(CommandLine line, int failure, IntSupplier work) {
        try {
            return work.getAsInt();
        } catch (UnusableDatabaseException
                | StartFailedException
                | UnusableMasterKeyException
                | BrokenSealException
                | Problem
                | IllegalArgumentException e) {
            fail(line, String.valueOf(e.getMessage()));
            return failure;
        }
    }

    static int fail(CommandLine line, String message) {
        line.getErr().println("selfsame: " + Printable.of(message));
        line.getErr().flush();
        return FAILURE;
    }

    /** How that server signs. */
    SigningOptions signing() {
        return SettingSources.signing(server());
    }

    /** How long that server keeps receipts. */
    RetentionOptions retention() {
        return SettingSources.retention(server());
    }

    private StartOptions server() {
        return new StartOptions(data.directory(), config, Map.of());
    }

    DataDirectory directory() {
        return data.directory();
    }

    DatabaseOptions database() {
        return SettingSources.database(server());
    }

    /** Where that server's master key is. */
    MasterKeySource masters() {
        return MasterKeySource.of(SettingSources.vault(server()), data.directory().masterKey());
    }

    private Database open() {
        DataDirectory directory = data.directory();
        DatabaseOptions options = database();
        if (options.embedded() && !directory.exists()) {
            throw new IllegalArgumentException(
                    "there is no server's data in "
                            + directory.root()
                            + "; start the server once, or name the directory with --data");
        }
        return Database.open(options, directory.database());
    }
}
