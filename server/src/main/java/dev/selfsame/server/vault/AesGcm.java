package dev.selfsame.server.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Objects;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/counter mode (NIST SP 800-38D) with a random nonce of 96 bits: a box is the
 * version 1, the nonce, the ciphertext and a tag of 128 bits. One key is good for 2^32 boxes
 * (clause 8.3).
 */
final class AesGcm {

    /** Bytes of a key. */
    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

    private final SecureRandom random;

    AesGcm(SecureRandom random) {
        this.random = Objects.requireNonNull(random, "random");
    }

    static SecretKey key(byte[] bytes) {
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "key: " + bytes.length + " bytes (expected: " + KEY_BYTES + ")");
        }
        return new SecretKeySpec(bytes, "AES");
    }

    SecretKey newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        SecretKey key = key(bytes);
        Arrays.fill(bytes, (byte) 0);
        return key;
    }

    /**
     * Seals.
     *
     * @param context what the box belongs to; it opens only with the same
     */
    byte[] seal(SecretKey key, byte[] context, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, context);
            ByteBuffer box =
                    ByteBuffer.allocate(1 + NONCE_BYTES + cipher.getOutputSize(plain.length));
            box.put(VERSION).put(nonce).put(cipher.doFinal(plain));
            return box.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES/GCM", e);
        }
    }

    /**
     * Opens.
     *
     * @throws BrokenSealException if key or context are others, or a bit was changed
     */
    byte[] open(SecretKey key, byte[] context, byte[] box) {
        if (box.length < LEAST_BYTES || box[0] != VERSION) {
            throw new BrokenSealException("a sealed value is cut or of another version", null);
        }
        try {
            byte[] nonce = Arrays.copyOfRange(box, 1, 1 + NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(box, 1 + NONCE_BYTES, box.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new BrokenSealException("a sealed value was altered or moved", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
