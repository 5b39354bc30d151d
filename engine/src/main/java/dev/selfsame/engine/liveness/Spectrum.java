package dev.selfsame.engine.liveness;

/**
 * Power of a square of grey values by frequency: the two-dimensional discrete Fourier transform
 * after a Hann window. Source: J. Cooley and J. Tukey, "An algorithm for the machine calculation of
 * complex Fourier series", Mathematics of Computation 19, 1965.
 */
final class Spectrum {

    private Spectrum() {}

    /**
     * The power spectrum, frequency 0 at index 0.
     *
     * @param grey {@code side * side} values, row by row
     * @param side a power of two
     */
    static double[] power(float[] grey, int side) {
        double[] real = new double[side * side];
        double[] imaginary = new double[side * side];
        double mean = 0;
        for (float value : grey) {
            mean += value;
        }
        mean /= grey.length;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                real[y * side + x] = (grey[y * side + x] - mean) * hann(x, side) * hann(y, side);
            }
        }
        for (int i = 0; i < side; i++) {
            transform(real, imaginary, i * side, 1, side);
        }
        for (int i = 0; i < side; i++) {
            transform(real, imaginary, i, side, side);
        }
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
        }
        return real;
    }

    private static double hann(int at, int side) {
        return 0.5 - 0.5 * Math.cos(2 * Math.PI * (at + 0.5) / side);
    }

    /** In place, over {@code n} values that lie {@code stride} apart. */
    private static void transform(double[] re, double[] im, int start, int stride, int n) {
        for (int i = 1, j = 0; i < n; i++) {
            int bit = n >> 1;
            for (; (j & bit) != 0; bit >>= 1) {
                j ^= bit;
            }
            j ^= bit;
            if (i < j) {
                swap(re, start + i * stride, start + j * stride);
                swap(im, start + i * stride, start + j * stride);
            }
        }
        for (int length = 2; length <= n; length <<= 1) {
            for (int k = 0; k < length / 2; k++) {
                double angle = -2 * Math.PI * k / length;
                double cos = Math.cos(angle);
                double sin = Math.sin(angle);
                for (int i = k; i < n; i += length) {
                    int a = start + i * stride;
                    int b = start + (i + length / 2) * stride;
                    double tr = re[b] * cos - im[b] * sin;
                    double ti = re[b] * sin + im[b] * cos;
                    re[b] = re[a] - tr;
                    im[b] = im[a] - ti;
                    re[a] += tr;
                    im[a] += ti;
                }
            }
        }
    }

    private static void swap(double[] values, int i, int j) {
        double kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
