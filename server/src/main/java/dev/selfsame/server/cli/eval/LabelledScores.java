package dev.selfsame.server.cli.eval;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Scores by truth, in the order of the list. Shares its arrays.
 *
 * @param genuine of the same person or finger
 * @param impostor of different ones
 */
record LabelledScores(double[] genuine, double[] impostor) {

    /**
     * The scores of some pairs.
     *
     * @param scores one for each pair
     * @param chosen which pairs count
     */
    static LabelledScores of(List<Pair> pairs, double[] scores, IntPredicate chosen) {
        return new LabelledScores(
                select(pairs, scores, chosen, true), select(pairs, scores, chosen, false));
    }

    private static double[] select(
            List<Pair> pairs, double[] scores, IntPredicate chosen, boolean genuine) {
        return IntStream.range(0, scores.length)
                .filter(i -> pairs.get(i).genuine() == genuine)
                .filter(chosen)
                .mapToDouble(i -> scores[i])
                .toArray();
    }

    boolean hasBoth() {
        return genuine.length > 0 && impostor.length > 0;
    }
}
