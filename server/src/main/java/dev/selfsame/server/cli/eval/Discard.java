package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.ErrorRates;
import dev.selfsame.engine.calibration.OperatingPoint;
import dev.selfsame.server.cli.eval.RateSummary.Target;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Error versus discard (ISO/IEC 29794-1): what is left of the errors when the pictures of the worst
 * quality are sent back. A quality that predicts errors makes FNMR fall steeply.
 *
 * @param share of the acquired pictures that is discarded, the worst first
 * @param pictures how many that is
 * @param unmoved the remaining pairs at the threshold that kept FMR 1e-3 on all pairs
 * @param again the remaining pairs at the threshold that keeps FMR 1e-3 on them
 */
public record Discard(double share, int pictures, OperatingPoint unmoved, OperatingPoint again) {

    private static final double[] SHARES = {0.1, 0.2};

    /** For each share that leaves pairs of both kinds. */
    static List<Discard> of(
            PairList list, Reading[] readings, double[] scores, OperatingPoint onAll) {
        int[] worstFirst = worstFirst(readings);
        return Stream.of(SHARES[0], SHARES[1])
                .flatMap(share -> of(share, worstFirst, list, scores, onAll.threshold()))
                .toList();
    }

    private static int[] worstFirst(Reading[] readings) {
        return IntStream.range(0, readings.length)
                .filter(i -> readings[i] instanceof Reading.Acquired)
                .boxed()
                .sorted(Comparator.comparingInt(i -> quality(readings[i])))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int quality(Reading reading) {
        return ((Reading.Acquired) reading).quality();
    }

    private static Stream<Discard> of(
            double share, int[] worstFirst, PairList list, double[] scores, double threshold) {
        int count = (int) (share * worstFirst.length);
        BitSet discarded = new BitSet();
        IntStream.of(worstFirst).limit(count).forEach(discarded::set);
        LabelledScores left =
                LabelledScores.of(
                        list.pairs(),
                        scores,
                        i -> scores[i] != Trial.NOT_MADE && isLeft(list.pairs().get(i), discarded));
        if (count == 0 || !left.hasBoth()) {
            return Stream.empty();
        }
        ErrorRates rates = new ErrorRates(left.genuine(), left.impostor());
        return Stream.of(
                new Discard(
                        share,
                        count,
                        rates.at(threshold),
                        rates.atFmr(Target.ONE_PER_THOUSAND.fmr())));
    }

    private static boolean isLeft(Pair pair, BitSet discarded) {
        return !discarded.get(pair.first()) && !discarded.get(pair.second());
    }
}
