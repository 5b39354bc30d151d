package dev.selfsame.server.transfer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file, and its frames: AES-256-GCM whose nonce is the number of the frame and
 * whether it is the last one, so that frames cannot be left out, moved, repeated or cut off (the
 * STREAM construction of V. T. Hoang et al., "Online Authenticated-Encryption and its Nonce-Reuse
 * Misuse-Resistance", CRYPTO 2015). The key is PBKDF2 with HMAC-SHA-256 of the passphrase (NIST SP
 * 800-132), salted anew for every file.
 */
final class FrameKey {

    static final int SALT_BYTES = 16;

    /** As OWASP's password storage cheat sheet asks for with SHA-256. */
    static final int ITERATIONS = 600_000;

    static final int TAG_BYTES = 16;

    private static final int LEAST_ITERATIONS = 100_000;
    private static final int MOST_ITERATIONS = 10_000_000;
    private static final int NONCE_BYTES = 12;

    private final SecretKey key;

    private FrameKey(SecretKey key) {
        this.key = key;
    }

    /**
     * Derives the key, which takes a while on purpose.
     *
     * @throws UnusableExportException if the iterations are out of range: too few would be no
     *     protection, too many a way to keep a reader busy
     */
    static FrameKey derive(char[] passphrase, byte[] salt, int iterations)
            throws UnusableExportException {
        if (iterations < LEAST_ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new UnusableExportException("the file states an unusable number of iterations");
        }
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, iterations, 256);
        try {
            byte[] bytes =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            SecretKey key = new SecretKeySpec(bytes, "AES");
            Arrays.fill(bytes, (byte) 0);
            return new FrameKey(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    byte[] seal(long number, boolean last, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    byte[] open(long number, boolean last, byte[] box) throws UnusableExportException {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(box);
        } catch (GeneralSecurityException e) {
            throw new UnusableExportException(
                    number == 0
                            ? "the passphrase is another one, or the file was altered"
                            : "the file was altered or cut",
                    e);
        }
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        byte[] nonce =
                ByteBuffer.allocate(NONCE_BYTES).putLong(number).putInt(last ? 1 : 0).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce));
        return cipher;
    }
}
