package dev.selfsame.server;

import dev.selfsame.server.datadir.DataDirectory;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What is decided before settings are read.
 *
 * @param data where everything is kept
 * @param settingsFile read instead of {@code selfsame.yaml} in the data directory; null for that
 *     one
 * @param settings dotted keys that win over files and environment
 */
public record StartOptions(
        DataDirectory data, @Nullable Path settingsFile, Map<String, String> settings) {

    public StartOptions {
        Objects.requireNonNull(data, "data");
        settings = Map.copyOf(settings);
    }
}
