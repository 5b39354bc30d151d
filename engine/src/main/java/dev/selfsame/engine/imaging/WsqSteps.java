package dev.selfsame.engine.imaging;

import java.util.Arrays;

/**
 * How wide the steps of each band are to be for a rate (IAFIS-IC-0110, part 3): by the variance of
 * the band first, then all by one factor, so that the bits come to the rate.
 */
final class WsqSteps {

    /** Bands that vary less are left out. */
    private static final double LEAST_VARIANCE = 1.01;

    private static final int FIRST_BY_VARIANCE = 4;
    private static final int FIRST_LARGE = 51;
    private static final int FIRST_WEIGHTED = 52;

    /** The eye's weights of the bands 52 to 59; all before them have 1. */
    private static final double[] WEIGHTS = {1.32, 1.08, 1.42, 1.08, 1.32, 1.42, 1.08, 1.08};

    /** How far coefficients reach, in standard deviations to each side. */
    private static final double LOADING = 2.5;

    private WsqSteps() {}

    /**
     * The widths of the steps.
     *
     * @param variances of the bands that are coded
     * @param least no step is finer, however few bands share the bits
     * @return for each band; 0 where it is left out
     */
    static double[] of(double[] variances, WsqRate rate, double least) {
        double[] relative = relative(variances);
        double factor = factor(variances, relative, rate);
        double[] steps = new double[variances.length];
        for (int band = 0; band < steps.length; band++) {
            double step = relative[band] / factor;
            // why: wider steps cannot be stored, and no coefficient reaches beyond their zero
            if (relative[band] > 0 && step <= WsqDecimal.MOST) {
                steps[band] = Math.max(step, least);
            }
        }
        return steps;
    }

    private static double[] relative(double[] variances) {
        double[] relative = new double[variances.length];
        for (int band = 0; band < relative.length; band++) {
            if (variances[band] >= LEAST_VARIANCE) {
                relative[band] =
                        band < FIRST_BY_VARIANCE
                                ? 1
                                : 10 / (weight(band) * Math.log(variances[band]));
            }
        }
        return relative;
    }

    private static double weight(int band) {
        return band < FIRST_WEIGHTED ? 1 : WEIGHTS[band - FIRST_WEIGHTED];
    }

    /** The share of the picture's samples that are in a band. */
    private static double share(int band) {
        if (band < FIRST_BY_VARIANCE) {
            return 1.0 / 1024;
        }
        return band < FIRST_LARGE ? 1.0 / 256 : 1.0 / 16;
    }

    /**
     * By which relative widths are divided. Bands whose step would take in all of their
     * coefficients need no bits, so they are taken off and the rest shares the bits anew.
     */
    private static double factor(double[] variances, double[] relative, WsqRate rate) {
        double[] sharing = relative.clone();
        double factor = shared(variances, sharing, rate);
        boolean isStable = false;
        while (!isStable) {
            isStable = true;
            for (int band = 0; band < sharing.length; band++) {
                double reach = 2 * LOADING * Math.sqrt(variances[band]);
                if (sharing[band] > 0 && sharing[band] / factor >= reach) {
                    sharing[band] = 0;
                    isStable = false;
                }
            }
            factor = isStable ? factor : shared(variances, sharing, rate);
        }
        return factor;
    }

    private static double shared(double[] variances, double[] sharing, WsqRate rate) {
        if (Arrays.stream(sharing).allMatch(step -> step == 0)) {
            return 1;
        }
        double shares = 0;
        double logarithms = 0;
        for (int band = 0; band < sharing.length; band++) {
            if (sharing[band] > 0) {
                shares += share(band);
                logarithms += share(band) * Math.log(Math.sqrt(variances[band]) / sharing[band]);
            }
        }
        double bits = rate.bitsPerPixel() / shares - 1;
        return Math.exp(bits * Math.log(2) - logarithms / shares) / LOADING;
    }
}
