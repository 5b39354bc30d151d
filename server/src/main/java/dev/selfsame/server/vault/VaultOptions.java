package dev.selfsame.server.vault;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * Where the master key is.
 *
 * @param masterKey 32 bytes in Base64, then older ones, separated by commas; null for the file
 * @param masterKeyFile file of the key, null for the one in the data directory
 */
public record VaultOptions(
        @Setting(
                        meaning =
                                "the master key, then older ones, separated by commas; none for the"
                                        + " file. Give it as the environment variable"
                                        + " `SELFSAME_VAULT_MASTERKEY`, not on a command line",
                        range = "32 bytes each",
                        type = "Base64")
                @Nullable String masterKey,
        @Setting(
                        meaning =
                                "file of master keys, made at the first start; servers that share a"
                                        + " database share the key",
                        otherwise = "`master-key` in the data directory")
                @Nullable Path masterKeyFile) {

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
