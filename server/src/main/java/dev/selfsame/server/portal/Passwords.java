package dev.selfsame.server.portal;

import dev.selfsame.server.problem.Problem;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Makes, hashes and checks passwords. Each computation takes 19 MiB and two passes, the least that
 * OWASP names for Argon2id, and only two run at once: whoever tries many passwords can neither fill
 * the memory nor take all processors. Safe for any number of threads.
 */
public final class Passwords {

    /** The shortest password that is taken. */
    public static final int SHORTEST = 12;

    /** The longest password that is taken. */
    public static final int LONGEST = 128;

    private static final int MEMORY_KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    // why so: no letter that is read for another, so that it can be typed from paper
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int RANDOM_GROUPS = 5;
    private static final int GROUP_LENGTH = 5;

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits = new Semaphore(AT_ONCE);

    /** The hash of no password, checked where there is no user, so that it takes as long. */
    private final PasswordHash nobodys =
            new PasswordHash(MEMORY_KIBIBYTES, PASSES, bytes(SALT_BYTES), bytes(HASH_BYTES));

    /** A password of 125 random bits. */
    String draw() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < RANDOM_GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                text.append('-');
            }
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /**
     * Refuses what cannot be a new password.
     *
     * @throws IllegalArgumentException in words for the person who chose it
     */
    static void check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException(
                    "the new password must have " + SHORTEST + " to " + LONGEST + " characters");
        }
        if (password.codePoints().distinct().count() < 3) {
            throw new IllegalArgumentException(
                    "the new password repeats one or two characters; choose another one");
        }
    }

    /**
     * Hashes a password.
     *
     * @throws Problem {@code BUSY} if too many are hashed now
     */
    PasswordHash hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        return new PasswordHash(
                MEMORY_KIBIBYTES,
                PASSES,
                salt,
                compute(password, MEMORY_KIBIBYTES, PASSES, salt, HASH_BYTES));
    }

    /**
     * Whether it is this password.
     *
     * @throws Problem {@code BUSY} as {@link #hash}
     */
    boolean isSame(String password, PasswordHash expected) {
        byte[] hash =
                compute(
                        password,
                        expected.memoryKibibytes(),
                        expected.passes(),
                        expected.salt(),
                        expected.hash().length);
        return MessageDigest.isEqual(hash, expected.hash());
    }

    PasswordHash nobodys() {
        return nobodys;
    }

    private byte[] compute(String password, int memory, int passes, byte[] salt, int length) {
        takePermit();
        byte[] bytes =
                // why: one letter can be typed as one character or as two
                Normalizer.normalize(password, Normalizer.Form.NFKC)
                        .getBytes(StandardCharsets.UTF_8);
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(memory)
                            .withIterations(passes)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            byte[] hash = new byte[length];
            argon2.generateBytes(bytes, hash);
            return hash;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            permits.release();
        }
    }

    private void takePermit() {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw Problem.busy(PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.busy(PATIENCE);
        }
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
