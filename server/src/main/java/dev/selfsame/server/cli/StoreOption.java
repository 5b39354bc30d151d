package dev.selfsame.server.cli;

import dev.selfsame.server.SettingSources;
import dev.selfsame.server.StartOptions;
import dev.selfsame.server.datadir.DataDirectory;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.Map;

/** The database of a server, found as that server finds it. */
final class StoreOption {

    @Mixin private final DataOption data = new DataOption();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The server's settings file (default: selfsame.yaml in the data directory)")
    private @Nullable Path config;

    /**
     * Opens it; whoever calls closes it.
     *
     * @throws IllegalArgumentException if no server ever made one here
     */
    Database open() {
        DataDirectory directory = data.directory();
        DatabaseOptions options =
                SettingSources.database(new StartOptions(directory, config, Map.of()));
        if (options.embedded() && !directory.exists()) {
            throw new IllegalArgumentException(
                    "there is no server's data in "
                            + directory.root()
                            + "; start the server once, or name the directory with --data");
        }
        return Database.open(options, directory.database());
    }
}
