package dev.selfsame.server.backup;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A file within a backup.
 *
 * @param name one that {@link EntryNames} allows
 * @param bytes of its content
 * @param sha256 of its content, in lower-case hexadecimal
 */
public record BackupEntry(String name, long bytes, String sha256) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    public BackupEntry {
        Objects.requireNonNull(name, "name");
        if (bytes < 0 || !SHA_256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("an entry without a size or a digest");
        }
    }
}
