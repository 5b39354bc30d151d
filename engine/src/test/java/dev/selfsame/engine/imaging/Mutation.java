package dev.selfsame.engine.imaging;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways to spoil a file. Each one decides by the given source of chance alone. */
enum Mutation {
    FLIP_BITS {
        @Override
        byte[] spoil(byte[] file, Random random) {
            byte[] spoilt = file.clone();
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return spoilt;
        }
    },

    /** Where the structure is: most headers fit into the first bytes. */
    SPOIL_THE_HEADER {
        @Override
        byte[] spoil(byte[] file, Random random) {
            byte[] spoilt = file.clone();
            int reach = Math.min(file.length, 64 + random.nextInt(700));
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                spoilt[random.nextInt(reach)] = (byte) random.nextInt();
            }
            return spoilt;
        }
    },

    /** Lengths, sizes and offsets: numbers that are just too large, negative or zero. */
    EXTREME_NUMBERS {
        @Override
        byte[] spoil(byte[] file, Random random) {
            byte[] spoilt = file.clone();
            int width = List.of(1, 2, 4).get(random.nextInt(3));
            int at = random.nextInt(Math.max(1, Math.min(file.length, 2000) - width));
            byte[] number = new byte[width];
            switch (random.nextInt(4)) {
                case 0 -> Arrays.fill(number, (byte) 0xFF);
                case 1 -> number[0] = 0x7F;
                case 2 -> number[width - 1] = (byte) 0x80;
                default -> {}
            }
            System.arraycopy(number, 0, spoilt, at, Math.min(width, spoilt.length - at));
            return spoilt;
        }
    },

    CUT {
        @Override
        byte[] spoil(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },

    /** A piece twice, as with repeated chunks, segments and scans. */
    REPEAT {
        @Override
        byte[] spoil(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int count = 1 + random.nextInt(Math.min(300, file.length - from));
            return joined(file, from + count, file, from);
        }
    },

    LEAVE_OUT {
        @Override
        byte[] spoil(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int count = 1 + random.nextInt(Math.min(300, file.length - from));
            return joined(file, from, file, from + count);
        }
    },

    /** The beginning of one file and the rest of another one. */
    SPLICE {
        @Override
        byte[] spoil(byte[] file, byte[] other, Random random) {
            return joined(file, random.nextInt(file.length), other, random.nextInt(other.length));
        }

        @Override
        byte[] spoil(byte[] file, Random random) {
            return spoil(file, file, random);
        }
    },

    NOISE {
        @Override
        byte[] spoil(byte[] file, Random random) {
            byte[] spoilt = file.clone();
            int from = random.nextInt(file.length);
            byte[] noise = new byte[Math.min(file.length - from, 1 + random.nextInt(400))];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, spoilt, from, noise.length);
            return spoilt;
        }
    };

    abstract byte[] spoil(byte[] file, Random random);

    byte[] spoil(byte[] file, byte[] other, Random random) {
        return spoil(file, random);
    }

    private static byte[] joined(byte[] first, int firstEnd, byte[] second, int secondStart) {
        byte[] all = Arrays.copyOf(first, firstEnd + second.length - secondStart);
        System.arraycopy(second, secondStart, all, firstEnd, second.length - secondStart);
        return all;
    }
}
