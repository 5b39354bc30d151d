package dev.selfsame.engine.matching;

import java.util.Arrays;

/**
 * What is searched for, in the forms that the kernels want. Shares its arrays, which nobody writes.
 *
 * @param vector filled up with zeros to a whole number of {@link #STRIDE_UNIT}
 * @param halves the values at even places, then those at odd places
 * @param squared product of the vector with itself
 */
record Probe(byte[] vector, short[] halves, int squared) {

    /** Vectors in a gallery are this many bytes apart, or a multiple; no SIMD lane set is wider. */
    static final int STRIDE_UNIT = 64;

    static Probe of(byte[] vector) {
        byte[] padded = Arrays.copyOf(vector, stride(vector.length));
        int half = padded.length / 2;
        short[] halves = new short[padded.length];
        for (int i = 0; i < half; i++) {
            halves[i] = padded[2 * i];
            halves[half + i] = padded[2 * i + 1];
        }
        return new Probe(padded, halves, FaceMatcher.dot(vector, vector));
    }

    /** Bytes from one vector of this length to the next. */
    static int stride(int length) {
        return (length + STRIDE_UNIT - 1) / STRIDE_UNIT * STRIDE_UNIT;
    }

    int stride() {
        return vector.length;
    }
}
