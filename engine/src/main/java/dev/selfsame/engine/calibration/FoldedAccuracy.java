package dev.selfsame.engine.calibration;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Share of comparisons decided rightly where each fold is decided by the threshold that is best on
 * all the others, as the LFW protocol (Huang et al., 2007) does. A fold is the same tenth, in the
 * order given, of the genuine and of the impostor scores.
 *
 * @param mean over the folds, 0..1
 * @param standardError of that mean
 * @param folds how many there were
 */
public record FoldedAccuracy(double mean, double standardError, int folds) {

    private static final int FOLDS = 10;

    /**
     * Over ten folds, or as many as there are scores of the rarer kind.
     *
     * @param genuine at least 2 scores in the order of the protocol
     * @param impostor at least 2 scores in the order of the protocol
     */
    public static FoldedAccuracy of(double[] genuine, double[] impostor) {
        int folds = Math.min(FOLDS, Math.min(genuine.length, impostor.length));
        if (folds < 2) {
            throw new IllegalArgumentException(
                    "scores: %d genuine, %d impostor (expected: at least 2 each)"
                            .formatted(genuine.length, impostor.length));
        }
        double[] accuracies =
                IntStream.range(0, folds)
                        .mapToDouble(fold -> accuracy(genuine, impostor, fold, folds))
                        .toArray();
        double mean = Arrays.stream(accuracies).average().orElseThrow();
        double squares = Arrays.stream(accuracies).map(it -> (it - mean) * (it - mean)).sum();
        return new FoldedAccuracy(mean, Math.sqrt(squares / (folds - 1) / folds), folds);
    }

    private static double accuracy(double[] genuine, double[] impostor, int fold, int folds) {
        ErrorRates others =
                new ErrorRates(outside(genuine, fold, folds), outside(impostor, fold, folds));
        ErrorRates own =
                new ErrorRates(inside(genuine, fold, folds), inside(impostor, fold, folds));
        return own.at(others.mostAccurate().threshold()).accuracy();
    }

    private static double[] inside(double[] scores, int fold, int folds) {
        return Arrays.copyOfRange(
                scores, start(scores, fold, folds), start(scores, fold + 1, folds));
    }

    private static double[] outside(double[] scores, int fold, int folds) {
        int from = start(scores, fold, folds);
        int to = start(scores, fold + 1, folds);
        return IntStream.range(0, scores.length)
                .filter(i -> i < from || i >= to)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    private static int start(double[] scores, int fold, int folds) {
        return (int) ((long) scores.length * fold / folds);
    }
}
