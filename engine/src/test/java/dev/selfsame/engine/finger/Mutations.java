package dev.selfsame.engine.finger;

import java.util.Arrays;
import java.util.Random;

/** Damaged copies of bytes: cut, lengthened, overwritten, bits flipped; never the same bytes. */
final class Mutations {

    private Mutations() {}

    static byte[] of(byte[] whole, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
            case 1 -> Arrays.copyOf(whole, whole.length + 1 + random.nextInt(40));
            case 2 -> overwritten(whole, random);
            default -> flipped(whole, random);
        };
    }

    private static byte[] overwritten(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        byte[] noise = new byte[1 + random.nextInt(16)];
        random.nextBytes(noise);
        int from = random.nextInt(copy.length);
        System.arraycopy(noise, 0, copy, from, Math.min(noise.length, copy.length - from));
        return copy;
    }

    private static byte[] flipped(byte[] whole, Random random) {
        byte[] copy = whole.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }
}
