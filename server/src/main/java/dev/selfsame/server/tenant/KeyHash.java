package dev.selfsame.server.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What is stored of a key. A key holds 256 random bits, so nobody can guess it from its hash and a
 * slow password hash would only make every request slow (NIST SP 800-63B-4, 3.1.2.2, asks for
 * slowness only below 112 bits).
 *
 * @param hex SHA-256 of the key's text, 64 lower-case digits
 */
public record KeyHash(String hex) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public KeyHash {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("hex: " + hex.length() + " (expected: 64 digits)");
        }
    }

    static KeyHash of(String keyText) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] digest = sha256.digest(keyText.getBytes(StandardCharsets.UTF_8));
            return new KeyHash(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Compares in a time that does not depend on where the first difference is. */
    boolean isSame(KeyHash other) {
        return MessageDigest.isEqual(
                hex.getBytes(StandardCharsets.US_ASCII),
                other.hex.getBytes(StandardCharsets.US_ASCII));
    }
}
