package dev.selfsame.server.portal;

import java.util.Base64;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is stored of a password: Argon2id (RFC 9106) with its parameters and salt, in the PHC string
 * format, so that parameters can be raised while older hashes stay good. Shares its arrays.
 *
 * @param memoryKibibytes memory of one computation, 8..1048576
 * @param passes over the memory, 1..100
 * @param salt random
 * @param hash of the password
 */
public record PasswordHash(int memoryKibibytes, int passes, byte[] salt, byte[] hash) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1"
                            + "\\$([A-Za-z0-9+/]{22,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final int MOST_MEMORY = 1 << 20;
    private static final int MOST_PASSES = 100;

    public PasswordHash {
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(hash, "hash");
        // why bounded: whoever can write the database must not choose what a sign-in costs
        if (memoryKibibytes < 8 || memoryKibibytes > MOST_MEMORY) {
            throw new IllegalArgumentException("memory of a password's hash out of range");
        }
        if (passes < 1 || passes > MOST_PASSES) {
            throw new IllegalArgumentException("passes of a password's hash out of range");
        }
    }

    /**
     * Reads what was stored.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PasswordHash parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not the hash of a password");
        }
        return new PasswordHash(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Base64.getDecoder().decode(matcher.group(3)),
                Base64.getDecoder().decode(matcher.group(4)));
    }

    /** What is stored. */
    public String text() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m="
                + memoryKibibytes
                + ",t="
                + passes
                + ",p=1$"
                + base64.encodeToString(salt)
                + "$"
                + base64.encodeToString(hash);
    }

    /** Leaves everything out, so that no log can show it. */
    @Override
    public String toString() {
        return "PasswordHash[]";
    }
}
