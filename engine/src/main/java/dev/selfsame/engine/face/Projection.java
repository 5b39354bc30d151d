package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.InvalidPackException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A linear map onto a learnt basis: {@code basis * (x - mean)}. File layout, little-endian: magic
 * {@code SSPJ}, input length and output length as 4-byte integers, the mean, then the basis row by
 * row, all as half-precision floats (an error of 5e-4 of each value, below that of the 8-bit
 * template).
 */
public final class Projection {

    private static final int MAGIC = 0x4A505353; // "SSPJ"
    private static final int HEADER = 12;

    private final float[] mean;
    private final float[][] basis;

    /**
     * A projection of known numbers.
     *
     * @param mean subtracted first
     * @param basis one row per output value, each as long as the mean
     */
    public Projection(float[] mean, float[][] basis) {
        this.mean = mean.clone();
        this.basis = new float[basis.length][];
        for (int i = 0; i < basis.length; i++) {
            if (basis[i].length != mean.length) {
                throw new IllegalArgumentException(
                        "basis row: " + basis[i].length + " (expected: " + mean.length + ")");
            }
            this.basis[i] = basis[i].clone();
        }
    }

    /**
     * Reads the file layout.
     *
     * @throws InvalidPackException if the bytes are none
     */
    public static Projection read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < HEADER || in.getInt() != MAGIC) {
            throw new InvalidPackException("projection: not a projection file");
        }
        int inputs = in.getInt();
        int outputs = in.getInt();
        long expected = HEADER + 2L * inputs + 2L * inputs * outputs;
        if (inputs < 1 || outputs < 1 || expected != bytes.length) {
            throw new InvalidPackException(
                    "projection: " + bytes.length + " bytes (expected: " + expected + ")");
        }
        float[] mean = halves(in, inputs);
        float[][] basis = new float[outputs][];
        for (int i = 0; i < outputs; i++) {
            basis[i] = halves(in, inputs);
        }
        return new Projection(mean, basis);
    }

    /** The file layout. */
    public byte[] write() {
        ByteBuffer out =
                ByteBuffer.allocate(HEADER + 2 * mean.length * (basis.length + 1))
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).putInt(mean.length).putInt(basis.length);
        putHalves(out, mean);
        for (float[] row : basis) {
            putHalves(out, row);
        }
        return out.array();
    }

    /** Length of what goes in. */
    public int inputs() {
        return mean.length;
    }

    /** Length of what comes out. */
    public int outputs() {
        return basis.length;
    }

    /** Projects a vector of {@link #inputs} values. */
    public float[] apply(float[] x) {
        float[] centred = new float[mean.length];
        for (int i = 0; i < mean.length; i++) {
            centred[i] = x[i] - mean[i];
        }
        float[] out = new float[basis.length];
        for (int o = 0; o < basis.length; o++) {
            float[] row = basis[o];
            float sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * centred[i];
            }
            out[o] = sum;
        }
        return out;
    }

    private static float[] halves(ByteBuffer in, int count) {
        float[] all = new float[count];
        for (int i = 0; i < count; i++) {
            all[i] = Float.float16ToFloat(in.getShort());
        }
        return all;
    }

    private static void putHalves(ByteBuffer out, float[] values) {
        for (float value : values) {
            out.putShort(Float.floatToFloat16(value));
        }
    }
}
