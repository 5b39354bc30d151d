package dev.selfsame.server.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238) as all authenticator apps make them: HMAC-SHA-1, six digits,
 * steps of 30 seconds.
 */
final class Totp {

    /** Bytes of a secret, as RFC 4226, 4, recommends. */
    static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int DRIFT_STEPS = 1;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Totp() {}

    /**
     * The time step whose code this is: the present one, or one earlier or later, as clocks differ
     * (RFC 6238, 5.2).
     */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        // why all of them: the time that it takes says nothing
        for (long step = present - DRIFT_STEPS; step <= present + DRIFT_STEPS; step++) {
            if (isSame(code(secret, step), code)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xF;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /** A secret as people type it into an app (RFC 4648, 6, without padding). */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte next : bytes) {
            held = (held << Byte.SIZE) | (next & 0xFF);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (BITS - bits)) & 31));
        }
        return text.toString();
    }

    private static boolean isSame(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
