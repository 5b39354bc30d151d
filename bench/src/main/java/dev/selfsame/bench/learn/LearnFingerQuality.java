package dev.selfsame.bench.learn;

import dev.selfsame.bench.learn.FingerSet.Pair;
import dev.selfsame.bench.learn.FingerSet.Print;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Learns the weights of a print's features from the SourceAFIS scores of genuine pairs, and counts
 * what the learnt number is worth: on the prints it was learnt on, on fingers it has not seen and
 * on sensors it has not seen. Argument: folder of FVC2002's B sets. The weights stand in {@code
 * QualityModel}.
 */
public final class LearnFingerQuality {

    /** Scores beyond say nothing more about missed matches. */
    private static final double MOST = 100;

    private static final double RIDGE = 300_000;

    /** Least values of 1, 2, 3 and 4, as in QualityModel. */
    private static final double[] LEAST = {85, 70, 58, 45};

    private final List<Print> prints;
    private final List<Pair> genuine;
    private final Map<String, Double> thresholds = new TreeMap<>();

    private LearnFingerQuality(List<Print> prints, List<Pair> pairs) {
        this.prints = prints;
        genuine = pairs.stream().filter(Pair::isGenuine).toList();
        for (Print print : prints) {
            thresholds.computeIfAbsent(print.set(), set -> threshold(pairs, set));
        }
    }

    public static void main(String[] args) throws IOException {
        List<Print> prints = FingerSet.of(Path.of(args[0]));
        new LearnFingerQuality(prints, FingerSet.pairs(prints)).report();
    }

    /** The score that one impostor pair of the set in a thousand exceeds. */
    private static double threshold(List<Pair> pairs, String set) {
        double[] scores =
                pairs.stream()
                        .filter(it -> !it.isGenuine() && it.a().set().equals(set))
                        .mapToDouble(Pair::score)
                        .sorted()
                        .toArray();
        return scores[scores.length - 1 - scores.length / 1000];
    }

    private void report() {
        HelpfulWeights all = learn(_ -> true);
        print("BASE = %.1f", all.base());
        int i = 0;
        for (String name : prints.getFirst().components().keySet()) {
            // why twice: the value is that of a pair of two such prints
            print("    \"%s\", %.3f,", name, 2 * all.weights()[i++]);
        }
        print("score at FMR 1e-3: %s", thresholds);
        report("learnt on the same prints", it -> all.of(twice(it)));
        report("learnt on other fingers", values(it -> it.finger()));
        report("learnt on other sensors", values(it -> it.set()));
        report("as the engine measures", Print::value);
        for (String set : thresholds.keySet()) {
            List<Pair> own = genuine.stream().filter(it -> it.a().set().equals(set)).toList();
            reportBins("as the engine measures, " + set, Print::nfiq, own);
        }
    }

    private HelpfulWeights learn(Predicate<Pair> wanted) {
        List<Pair> pairs = genuine.stream().filter(wanted).toList();
        List<double[]> features = pairs.stream().map(it -> sum(it.a(), it.b())).toList();
        double[] targets = pairs.stream().mapToDouble(it -> Math.min(MOST, it.score())).toArray();
        return HelpfulWeights.learn(features, targets, RIDGE);
    }

    private static double[] twice(Print print) {
        return sum(print, print);
    }

    private static double[] sum(Print a, Print b) {
        double[] x = a.components().values().stream().mapToDouble(it -> it).toArray();
        double[] y = b.components().values().stream().mapToDouble(it -> it).toArray();
        Arrays.setAll(x, i -> x[i] + y[i]);
        return x;
    }

    /** Each print's value by weights that were learnt without all of its group. */
    private ToDoubleFunction<Print> values(Function<Print, String> group) {
        Map<String, HelpfulWeights> byGroup = new TreeMap<>();
        IdentityHashMap<Print, Double> values = new IdentityHashMap<>();
        for (Print print : prints) {
            HelpfulWeights weights =
                    byGroup.computeIfAbsent(
                            group.apply(print),
                            it -> learn(pair -> !group.apply(pair.a()).equals(it)));
            values.put(print, weights.of(twice(print)));
        }
        return print -> Objects.requireNonNull(values.get(print));
    }

    private void report(String name, ToDoubleFunction<Print> value) {
        print("%n%s", name);
        double[] sorted = prints.stream().mapToDouble(value).sorted().toArray();
        for (double share : new double[] {0, 0.05, 0.1, 0.2, 0.3}) {
            double least = sorted[(int) (share * sorted.length)];
            List<Pair> kept = new ArrayList<>();
            for (Pair it : genuine) {
                if (Math.min(value.applyAsDouble(it.a()), value.applyAsDouble(it.b())) >= least) {
                    kept.add(it);
                }
            }
            print("worst %2.0f %% discarded (below %.1f): %s", 100 * share, least, missed(kept));
        }
        reportBins(name, it -> bin(value.applyAsDouble(it)), genuine);
    }

    private static int bin(double value) {
        return 1 + (int) Arrays.stream(LEAST).filter(least -> value < least).count();
    }

    /** A pair is of the worse print's bin. */
    private void reportBins(String name, ToIntFunction<Print> bin, List<Pair> pairs) {
        print("bins, %s", name);
        for (int b = 1; b <= LEAST.length + 1; b++) {
            int wanted = b;
            List<Pair> in =
                    pairs.stream()
                            .filter(
                                    it ->
                                            Math.max(bin.applyAsInt(it.a()), bin.applyAsInt(it.b()))
                                                    == wanted)
                            .toList();
            print(
                    "  %d: %d prints, %s",
                    b,
                    pairs.stream()
                            .flatMap(it -> Stream.of(it.a(), it.b()))
                            .distinct()
                            .filter(it -> bin.applyAsInt(it) == wanted)
                            .count(),
                    missed(in));
        }
    }

    private String missed(List<Pair> pairs) {
        long missed =
                pairs.stream()
                        .filter(
                                it ->
                                        it.score()
                                                <= Objects.requireNonNull(
                                                        thresholds.get(it.a().set())))
                        .count();
        return String.format(
                Locale.ROOT,
                "FNMR at FMR 1e-3 %.2f %% (%d/%d)",
                100.0 * missed / Math.max(1, pairs.size()),
                missed,
                pairs.size());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
