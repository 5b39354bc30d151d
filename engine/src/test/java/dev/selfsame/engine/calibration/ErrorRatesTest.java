package dev.selfsame.engine.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/** Error rates against counting by hand, over thousands of small sets of scores full of ties. */
final class ErrorRatesTest {

    private static final double NOT_MADE = Double.NEGATIVE_INFINITY;

    /** Few distinct scores, so that ties within and between the kinds are common. */
    private static double[] scores(Random random, int levels, double shareNotMade) {
        double[] scores = new double[1 + random.nextInt(9)];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble() < shareNotMade ? NOT_MADE : random.nextInt(levels);
        }
        return scores;
    }

    private static long accepted(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(it -> it != NOT_MADE && it >= threshold).count();
    }

    private static double fmr(double[] impostor, double threshold) {
        return (double) accepted(impostor, threshold) / impostor.length;
    }

    private static double fnmr(double[] genuine, double threshold) {
        return 1 - (double) accepted(genuine, threshold) / genuine.length;
    }

    /** One threshold between any two scores, at each score, below and above all. */
    private static double[] thresholds(double[] genuine, double[] impostor) {
        TreeSet<Double> thresholds = new TreeSet<>(List.of(-1.0, -0.5));
        DoubleStream.concat(Arrays.stream(genuine), Arrays.stream(impostor))
                .filter(it -> it != NOT_MADE)
                .forEach(it -> thresholds.addAll(List.of(it, it + 0.5)));
        return thresholds.stream().mapToDouble(it -> it).toArray();
    }

    private interface Check {
        void of(double[] genuine, double[] impostor, ErrorRates rates, double[] thresholds);
    }

    private static void forManySets(double shareNotMade, Check check) {
        Random random = new Random(11);
        for (int round = 0; round < 3000; round++) {
            int levels = 1 + random.nextInt(6);
            double[] genuine = scores(random, levels, shareNotMade);
            double[] impostor = scores(random, levels, shareNotMade);
            check.of(
                    genuine,
                    impostor,
                    new ErrorRates(genuine, impostor),
                    thresholds(genuine, impostor));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void countsErrorsAtEveryThreshold(double shareNotMade) {
        forManySets(
                shareNotMade,
                (genuine, impostor, rates, thresholds) -> {
                    for (double threshold : thresholds) {
                        OperatingPoint point = rates.at(threshold);
                        assertThat(point.falseMatches().errors())
                                .isEqualTo(accepted(impostor, threshold));
                        assertThat(point.falseNonMatches().errors())
                                .isEqualTo(genuine.length - accepted(genuine, threshold));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void findsTheLowestThresholdThatKeepsTheFmr(double shareNotMade) {
        forManySets(
                shareNotMade,
                (genuine, impostor, rates, thresholds) -> {
                    for (double target : new double[] {0, 0.1, 0.25, 0.5, 2.0 / 3, 1}) {
                        OperatingPoint found = rates.atFmr(target);
                        double lowestFnmr =
                                Arrays.stream(thresholds)
                                        .filter(it -> fmr(impostor, it) <= target + 1e-12)
                                        .map(it -> fnmr(genuine, it))
                                        .min()
                                        .orElseThrow();

                        assertThat(fmr(impostor, found.threshold())).isLessThanOrEqualTo(target);
                        assertThat(found.falseNonMatches().rate())
                                .isCloseTo(lowestFnmr, within(1e-12));
                    }
                });
    }

    @Test
    void findsTheEqualErrorRateBetweenTheStepsAroundIt() {
        forManySets(
                0,
                (genuine, impostor, rates, thresholds) -> {
                    double lower = 1;
                    double upper = 0;
                    for (double threshold : thresholds) {
                        double fmr = fmr(impostor, threshold);
                        double fnmr = fnmr(genuine, threshold);
                        lower = Math.min(lower, Math.max(fmr, fnmr));
                        upper = Math.max(upper, Math.min(fmr, fnmr));
                    }
                    // why: the steps around the crossing bound the rate from both sides
                    assertThat(rates.equalErrorRate())
                            .isBetween(
                                    Math.min(lower, upper) - 1e-12, Math.max(lower, upper) + 1e-12);
                });
    }

    @Test
    void interpolatesTheEqualErrorRate() {
        assertThat(rates("1 2 3 4", "0 0 0 0").equalErrorRate()).isZero();
        assertThat(rates("0 0 0 0", "1 2 3 4").equalErrorRate()).isEqualTo(1);
        assertThat(rates("5", "5").equalErrorRate()).isEqualTo(0.5);
        assertThat(rates("1 3 5 7", "0 2 4 6").equalErrorRate()).isEqualTo(0.5);
        assertThat(rates("2 3 4 5", "0 1 2 1").equalErrorRate())
                .as("from (1/4, 0) to (0, 1/4)")
                .isEqualTo(0.125);
    }

    private static ErrorRates rates(String genuine, String impostor) {
        return new ErrorRates(numbers(genuine), numbers(impostor));
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    @Test
    void givesAnEqualErrorRateWhereMostComparisonsWereNotMade() {
        ErrorRates rates =
                new ErrorRates(new double[] {NOT_MADE, NOT_MADE, 5}, new double[] {NOT_MADE});

        assertThat(rates.equalErrorRate()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void findsTheMostAccurateThreshold(double shareNotMade) {
        forManySets(
                shareNotMade,
                (genuine, impostor, rates, thresholds) -> {
                    double best =
                            Arrays.stream(thresholds)
                                    .map(it -> rates.at(it).accuracy())
                                    .max()
                                    .orElseThrow();

                    assertThat(rates.mostAccurate().accuracy()).isEqualTo(best);
                });
    }

    @Test
    void putsTheMostAccurateThresholdHalfWayBetweenScores() {
        assertThat(rates("6 8", "1 2").mostAccurate().threshold()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3})
    void cornersHoldTheWholeCurve(double shareNotMade) {
        forManySets(
                shareNotMade,
                (genuine, impostor, rates, thresholds) -> {
                    List<OperatingPoint> corners = rates.corners();
                    assertThat(corners)
                            .isSortedAccordingTo(
                                    (a, b) -> Double.compare(a.threshold(), b.threshold()));
                    for (double threshold : thresholds) {
                        OperatingPoint point = rates.at(threshold);
                        assertThat(corners)
                                .as("a corner at or beside " + point)
                                .anySatisfy(it -> assertThat(isOnAxisWith(it, point)).isTrue());
                    }
                    for (OperatingPoint corner : corners) {
                        assertThat(corner).isEqualTo(rates.at(corner.threshold()));
                    }
                });
    }

    private static boolean isOnAxisWith(OperatingPoint a, OperatingPoint b) {
        return a.falseMatches().equals(b.falseMatches())
                || a.falseNonMatches().equals(b.falseNonMatches());
    }

    @Test
    void keepsOnlyCorners() {
        assertThat(rates("3 4 5 6", "0 1 2 2").corners()).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void refusesWhatCannotBeRanked() {
        double[] fine = {1};
        assertThatThrownBy(() -> new ErrorRates(new double[0], fine))
                .hasMessageContaining("genuine");
        assertThatThrownBy(() -> new ErrorRates(fine, new double[0]))
                .hasMessageContaining("impostor");
        assertThatThrownBy(() -> new ErrorRates(new double[] {1, Double.NaN}, fine))
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ErrorRates(fine, new double[] {Double.POSITIVE_INFINITY}))
                .hasMessageContaining("Infinity");
        assertThatThrownBy(() -> new ErrorRates(fine, fine).atFmr(1.5)).hasMessageContaining("1.5");
    }
}
