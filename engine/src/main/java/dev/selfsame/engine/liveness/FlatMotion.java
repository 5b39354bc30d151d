package dev.selfsame.engine.liveness;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether the points of the face move as those of a plane do. Between two frames the points of a
 * flat picture follow one plane homography (R. Hartley and A. Zisserman, "Multiple View Geometry in
 * Computer Vision", 2nd edition, 13.1), of which a quadratic map is the beginning; a sheet of paper
 * that is bent a little does nearly the same. A head has depth, and a living face changes. What is
 * left over is compared with what tracking alone leaves over on a plane that moves as much; the
 * values are logarithms of these ratios, and of the motion itself in distances of the eyes: a head
 * is never quite still.
 */
final class FlatMotion implements Check {

    static final String RESIDUAL = "flat-residual";
    static final String PARALLAX = "flat-parallax";
    static final String STILLNESS = "stillness";

    /** Seen on printed photographs of NUAA and on planes that were drawn moving. */
    private static final class Parameters {
        static final double NOISE = 0.0035;
        static final double NOISE_BY_MOTION = 0.014;
        static final double PARALLAX_NOISE = 0.004;
        static final double PARALLAX_NOISE_BY_MOTION = 0.02;
        static final double NO_MOTION = 0.008;
    }

    private static final int LOOKS = 7;
    private static final int MOST_LAG = 3;
    private static final int LEAST_POINTS = 50;
    private static final int LEAST_PAIRS = 3;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<KeptFrame> frames = evidence.spread(LOOKS);
        List<Double> residuals = new ArrayList<>();
        List<Double> parallaxes = new ArrayList<>();
        List<Double> motions = new ArrayList<>();
        for (int lag = 1; lag <= MOST_LAG; lag++) {
            for (int i = 0; i + lag < frames.size(); i++) {
                PairMotion pair =
                        PairMotion.between(
                                frames.get(i).sighting(), frames.get(i + lag).sighting());
                if (pair.points() >= LEAST_POINTS) {
                    residuals.add(residual(pair));
                    parallaxes.add(parallax(pair));
                    motions.add(pair.motion());
                }
            }
        }
        if (residuals.size() < LEAST_PAIRS) {
            return List.of();
        }
        Diagnostic reason =
                Median.of(motions) < Parameters.NO_MOTION ? Diagnostic.LIFELESS : Diagnostic.FLAT;
        return List.of(
                Finding.of(RESIDUAL, Math.log(Median.of(residuals)), reason),
                Finding.of(PARALLAX, Math.log(Median.of(parallaxes)), reason),
                Finding.of(STILLNESS, Math.log(Median.of(motions)), Diagnostic.LIFELESS));
    }

    private static double residual(PairMotion pair) {
        return pair.planeResidual()
                / (Parameters.NOISE + Parameters.NOISE_BY_MOTION * pair.motion());
    }

    private static double parallax(PairMotion pair) {
        return pair.parallax()
                / (Parameters.PARALLAX_NOISE + Parameters.PARALLAX_NOISE_BY_MOTION * pair.motion());
    }
}
