package dev.selfsame.bench.learn;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Learns how much each quality component says about the similarity of genuine pairs: ridge
 * regression of a pair's similarity on the sum of both pictures' components. Arguments: folder of
 * faces, cache file. Prints weights, and what discarding by the learnt number does to the false
 * non-match rate.
 */
public final class LearnQuality {

    // why so little: it is there against components that depend on each other, not to shrink
    // weights
    private static final double RIDGE = 10;
    private static final int MOST_PER_PERSON = 6;

    // why: all pictures of the learning set are alike in some, which act through fixed rules
    // instead; of others that say the same, the one that says it better is kept
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "interEyeDistance",
                    "faceVisible",
                    "compression",
                    "eyesOpen",
                    "mouthClosed",
                    "poseRoll",
                    "poseYaw",
                    "mirrorConsistency1",
                    "featureConcentration2",
                    "featureStrength2",
                    "distinctiveness1");

    private record Pair(int a, int b, double similarity) {}

    private LearnQuality() {}

    public static void main(String[] args) throws IOException {
        List<FeatureSet.Face> faces = FeatureSet.of(Path.of(args[0]), Path.of(args[1]));
        byte[][] vectors = Templates.of(faces);
        List<Pair> pairs = genuine(faces, vectors, Templates.step());
        List<String> names =
                faces.get(0).quality().keySet().stream()
                        .filter(n -> !LEFT_OUT.contains(n))
                        .toList();
        double[] weights = regress(faces, pairs, names);
        double[] quality = new double[faces.size()];
        for (int i = 0; i < quality.length; i++) {
            for (int c = 0; c < names.size(); c++) {
                quality[i] += weights[c] * faces.get(i).quality().getOrDefault(names.get(c), 0.0);
            }
        }
        double[] impostors = LearnCalibration.similarities(faces, vectors, Templates.step(), false);
        double threshold = impostors[impostors.length - impostors.length / 1000];
        printScaled(names, weights, quality);
        reportDiscard(pairs, quality, threshold);
    }

    private static List<Pair> genuine(List<FeatureSet.Face> faces, byte[][] vectors, double step) {
        Map<String, List<Integer>> byPerson = new HashMap<>();
        for (int i = 0; i < faces.size(); i++) {
            byPerson.computeIfAbsent(faces.get(i).person(), p -> new ArrayList<>()).add(i);
        }
        List<Pair> pairs = new ArrayList<>();
        for (List<Integer> theirs : byPerson.values()) {
            // why: a few people have hundreds of pictures and would outvote all others
            int n = Math.min(MOST_PER_PERSON, theirs.size());
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    int a = theirs.get(i);
                    int b = theirs.get(j);
                    List<FeatureSet.Face> two = List.of(faces.get(a), faces.get(b));
                    byte[][] vectorsOfTwo = {vectors[a], vectors[b]};
                    pairs.add(
                            new Pair(
                                    a,
                                    b,
                                    LearnCalibration.similarities(two, vectorsOfTwo, step, true)[
                                            0]));
                }
            }
        }
        return pairs;
    }

    private static double[] regress(
            List<FeatureSet.Face> faces, List<Pair> pairs, List<String> names) {
        int n = names.size() + 1;
        DMatrixRMaj normal = new DMatrixRMaj(n, n);
        DMatrixRMaj right = new DMatrixRMaj(n, 1);
        for (Pair pair : pairs) {
            double[] x = new double[n];
            for (int c = 0; c < names.size(); c++) {
                x[c] =
                        faces.get(pair.a()).quality().getOrDefault(names.get(c), 0.0)
                                + faces.get(pair.b()).quality().getOrDefault(names.get(c), 0.0);
            }
            x[n - 1] = 100;
            for (int i = 0; i < n; i++) {
                right.add(i, 0, x[i] * pair.similarity());
                for (int j = 0; j < n; j++) {
                    normal.add(i, j, x[i] * x[j]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            normal.add(i, i, RIDGE);
        }
        DMatrixRMaj solved = new DMatrixRMaj(n, 1);
        if (!CommonOps_DDRM.solve(normal, right, solved)) {
            throw new IllegalStateException("the components depend on each other");
        }
        return solved.data;
    }

    /** The manifest's lines: the worst tenth of the pictures below 100, the median at 250. */
    private static void printScaled(List<String> names, double[] weights, double[] quality) {
        double[] sorted = quality.clone();
        Arrays.sort(sorted);
        double tenth = sorted[sorted.length / 10];
        double factor = 150 / (sorted[sorted.length / 2] - tenth);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            lines.append(
                    String.format(
                            Locale.ROOT,
                            "%s\"%s\": %.3f",
                            i == 0 ? "" : ", ",
                            names.get(i),
                            factor * weights[i]));
        }
        System.out.printf(
                Locale.ROOT,
                "\"quality\": {\"base\": %.1f, \"weights\": {%s}}%n",
                100 - factor * tenth,
                lines);
    }

    private static void reportDiscard(List<Pair> pairs, double[] quality, double threshold) {
        double[] sorted = quality.clone();
        Arrays.sort(sorted);
        System.out.printf(
                "quality at 1 %%, 10 %%, 50 %%, 90 %%, 99 %%: %.4f %.4f %.4f %.4f %.4f%n",
                sorted[sorted.length / 100],
                sorted[sorted.length / 10],
                sorted[sorted.length / 2],
                sorted[sorted.length * 9 / 10],
                sorted[sorted.length * 99 / 100]);
        for (double share : new double[] {0, 0.05, 0.1, 0.2}) {
            double least = sorted[(int) (share * sorted.length)];
            long kept = 0;
            long missed = 0;
            for (Pair pair : pairs) {
                if (quality[pair.a()] >= least && quality[pair.b()] >= least) {
                    kept++;
                    missed += pair.similarity() < threshold ? 1 : 0;
                }
            }
            System.out.printf(
                    "worst %.0f %% discarded: FNMR at FMR 1e-3 %.2f %% (%d of %d)%n",
                    100 * share, 100.0 * missed / kept, missed, kept);
        }
    }
}
