package dev.selfsame.server.vault;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * Where the master key is.
 *
 * @param masterKey 32 bytes in Base64, then older ones, separated by commas; null for the file
 * @param masterKeyFile file of the key, null for the one in the data directory
 */
public record VaultOptions(@Nullable String masterKey, @Nullable Path masterKeyFile) {

    /** Leaves the key out, so that no log can show it. */
    @Override
    public String toString() {
        return "VaultOptions[masterKey="
                + (masterKey == null ? "none" : "given")
                + ", masterKeyFile="
                + masterKeyFile
                + "]";
    }
}
