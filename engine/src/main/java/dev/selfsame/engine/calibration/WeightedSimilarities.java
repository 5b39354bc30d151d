package dev.selfsame.engine.calibration;

import java.util.Arrays;

/**
 * Many similarities, each with a weight. Both are kept as 32-bit floats in one long, so that ten
 * million of them take 80 MB and sort in place. Confined to one thread.
 */
public final class WeightedSimilarities {

    private long[] packed;
    private int size;
    private boolean sorted;

    /** Room for some values to begin with. */
    public WeightedSimilarities(int capacity) {
        packed = new long[Math.max(16, capacity)];
    }

    /**
     * Adds a comparison.
     *
     * @param similarity finite; larger is more alike
     * @param weight positive
     */
    public void add(double similarity, double weight) {
        if (!Double.isFinite(similarity) || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "similarity, weight: "
                            + similarity
                            + ", "
                            + weight
                            + " (expected: finite, positive)");
        }
        if (size == packed.length) {
            packed = Arrays.copyOf(packed, 2 * size);
        }
        int bits = Float.floatToIntBits((float) similarity);
        // why: negative floats sort the wrong way round as integers unless their other bits are
        // turned
        int ordered = bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
        packed[size++] =
                ((long) ordered << 32)
                        | Integer.toUnsignedLong(Float.floatToIntBits((float) weight));
        sorted = false;
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Least alike first. */
    void sort() {
        if (!sorted) {
            Arrays.sort(packed, 0, size);
            sorted = true;
        }
    }

    double similarity(int index) {
        int ordered = (int) (packed[index] >> 32);
        return Float.intBitsToFloat(ordered < 0 ? ordered ^ Integer.MAX_VALUE : ordered);
    }

    double weight(int index) {
        return Float.intBitsToFloat((int) packed[index]);
    }

    /**
     * Weighted share of comparisons that are at least this similar.
     *
     * @param similarity threshold
     */
    public double shareAtLeast(double similarity) {
        double above = 0;
        double total = 0;
        for (int i = 0; i < size; i++) {
            double weight = weight(i);
            total += weight;
            above += similarity(i) >= similarity ? weight : 0;
        }
        return above / total;
    }

    /** Index of the first of the most similar that together make up the share; needs sorting. */
    int rankAbove(double share) {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += weight(i);
        }
        double left = share * total;
        int index = size;
        while (index > 1 && left > 0) {
            left -= weight(--index);
        }
        return Math.min(index, size - 1);
    }
}
