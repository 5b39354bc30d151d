package dev.selfsame.server.cli;

import dev.selfsame.server.datadir.DataDirectory;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/** Where a server keeps what it keeps: the option, else SELFSAME_DATA, else ./data. */
final class DataOption {

    private static final String VARIABLE = "SELFSAME_DATA";
    private static final String DEFAULT = "data";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory (default: $SELFSAME_DATA, else ./data)")
    private @Nullable Path directory;

    DataDirectory directory() {
        if (directory != null) {
            return new DataDirectory(directory);
        }
        String variable = System.getenv(VARIABLE);
        return new DataDirectory(
                Path.of(variable == null || variable.isBlank() ? DEFAULT : variable));
    }
}
