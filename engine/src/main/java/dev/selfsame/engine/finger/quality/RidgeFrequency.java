package dev.selfsame.engine.finger.quality;

/**
 * How much of the variation across the ridges has the period of ridges: the amplitude at the
 * strongest period of 5 to 16 pixels, with its two neighbours, over all amplitudes (E. Lim, X.
 * Jiang, W. Yau, ICIP 2002; the frequency domain analysis of ISO/IEC 29794-4).
 */
final class RidgeFrequency {

    private static final int LENGTH = RidgeProfile.LENGTH;
    private static final int FIRST = LENGTH / 16;
    private static final int LAST = LENGTH / 5;

    private RidgeFrequency() {}

    /** 0..1. */
    static double of(RidgeProfile profile) {
        double[] line = profile.threshold();
        double[] amplitudes = new double[LENGTH / 2 + 1];
        double sum = 0;
        for (int k = 1; k <= LENGTH / 2; k++) {
            amplitudes[k] = amplitude(profile.mean(), line, k);
            sum += amplitudes[k];
        }
        int peak = FIRST;
        for (int k = FIRST; k <= LAST; k++) {
            peak = amplitudes[k] > amplitudes[peak] ? k : peak;
        }
        double near = amplitudes[peak - 1] + amplitudes[peak] + amplitudes[peak + 1];
        return sum > 0 ? near / sum : 0;
    }

    private static double amplitude(double[] levels, double[] line, int k) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < LENGTH; i++) {
            // a Hann window, so that a period that does not fit stays within three places
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / LENGTH);
            double level = (levels[i] - line[i]) * window;
            real += level * Math.cos(2 * Math.PI * k * i / LENGTH);
            imaginary += level * Math.sin(2 * Math.PI * k * i / LENGTH);
        }
        return Math.hypot(real, imaginary);
    }
}
