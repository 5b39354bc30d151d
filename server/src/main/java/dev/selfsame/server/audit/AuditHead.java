package dev.selfsame.server.audit;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the chain of entries ends, or a place in it. Kept outside of the database it tells later
 * whether everything up to here is still there.
 *
 * @param sequence number of the entry, from 1; 0 before the first
 * @param hash its hash as the store has it, in hexadecimal
 */
public record AuditHead(long sequence, String hash) {

    /** Before the first entry. */
    public static final AuditHead NONE = new AuditHead(0, "0".repeat(64));

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    public AuditHead {
        Objects.requireNonNull(hash, "hash");
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static AuditHead parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "expected SEQ:HASH as audit head prints it, a number, a colon and 64 digits of"
                            + " lower-case hexadecimal");
        }
        return new AuditHead(Long.parseLong(parts.group(1)), parts.group(2));
    }

    @Override
    public String toString() {
        return sequence + ":" + hash;
    }
}
