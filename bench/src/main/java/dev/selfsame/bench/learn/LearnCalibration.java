package dev.selfsame.bench.learn;

import dev.selfsame.engine.calibration.CalibrationFit;
import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.calibration.ScoreScale;
import dev.selfsame.engine.calibration.WeightedSimilarities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Fits the calibration table of the built-in mode on all comparisons of different people, each pair
 * of people weighing the same, and checks fits on half of the people against the other half.
 * Arguments: folder of faces, cache file, file to write.
 */
public final class LearnCalibration {

    private static final int[] CHECKED_SCORES = {2500, 3000, 3500};
    private static final int SPLITS = 5;

    private LearnCalibration() {}

    public static void main(String[] args) throws IOException {
        List<FeatureSet.Face> faces = FeatureSet.of(Path.of(args[0]), Path.of(args[1]));
        byte[][] vectors = Templates.of(faces);
        double step = Templates.step();
        crossValidate(faces, vectors, step);
        WeightedSimilarities impostors = impostors(faces, vectors, step);
        CalibrationFit.Result fit = CalibrationFit.fit(impostors);
        String people =
                faces.size()
                        + " pictures of "
                        + faces.stream().map(FeatureSet.Face::person).distinct().count()
                        + " people";
        Files.writeString(Path.of(args[2]), json(fit, people, impostors.size()));
        double[] genuine = similarities(faces, vectors, step, true);
        double[] different = similarities(faces, vectors, step, false);
        for (double fmr : new double[] {1e-2, 1e-3, 1e-4, 1e-5}) {
            double threshold = different[different.length - (int) (different.length * fmr)];
            long missed = Arrays.stream(genuine).filter(s -> s < threshold).count();
            System.out.printf(
                    "counted FMR %.0e: stated there %.2e, FNMR %.2f %% (%d of %d)%n",
                    fmr,
                    fit.table().fmr(threshold).value(),
                    100.0 * missed / genuine.length,
                    missed,
                    genuine.length);
        }
    }

    /** Fits on half of the people and measures on the other half. */
    private static void crossValidate(List<FeatureSet.Face> faces, byte[][] vectors, double step) {
        List<String> people =
                new ArrayList<>(
                        new TreeSet<>(faces.stream().map(FeatureSet.Face::person).toList()));
        Random random = new Random(19795);
        for (int split = 0; split < SPLITS; split++) {
            Collections.shuffle(people, random);
            Set<String> half = new HashSet<>(people.subList(0, people.size() / 2));
            CalibrationTable table =
                    CalibrationFit.fit(impostorsOf(faces, vectors, step, half, true)).table();
            WeightedSimilarities unseen = impostorsOf(faces, vectors, step, half, false);
            StringBuilder line =
                    new StringBuilder("split " + split + ", " + unseen.size() + " unseen:");
            for (int score : CHECKED_SCORES) {
                double stated = ScoreScale.fmrOf(score);
                double measured = unseen.shareAtLeast(similarityAt(table, stated));
                line.append(
                        String.format(
                                Locale.ROOT,
                                "  score %d measured/stated %.2f",
                                score,
                                measured / stated));
            }
            System.out.println(line);
        }
    }

    private static double similarityAt(CalibrationTable table, double fmr) {
        double low = -10;
        double high = 0;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (table.fmr(middle).value() > fmr) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static WeightedSimilarities impostorsOf(
            List<FeatureSet.Face> faces,
            byte[][] vectors,
            double step,
            Set<String> half,
            boolean inHalf) {
        List<FeatureSet.Face> some = new ArrayList<>();
        List<byte[]> theirs = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            if (half.contains(faces.get(i).person()) == inHalf) {
                some.add(faces.get(i));
                theirs.add(vectors[i]);
            }
        }
        return impostors(some, theirs.toArray(byte[][]::new), step);
    }

    private static WeightedSimilarities impostors(
            List<FeatureSet.Face> faces, byte[][] vectors, double step) {
        Map<String, Integer> pictures = new HashMap<>();
        faces.forEach(f -> pictures.merge(f.person(), 1, Integer::sum));
        WeightedSimilarities all = new WeightedSimilarities(vectors.length * vectors.length / 2);
        for (int i = 0; i < vectors.length; i++) {
            String person = faces.get(i).person();
            double mine = 1.0 / pictures.getOrDefault(person, 1);
            for (int j = 0; j < i; j++) {
                String other = faces.get(j).person();
                if (!person.equals(other)) {
                    all.add(
                            similarity(vectors[i], vectors[j], step),
                            mine / pictures.getOrDefault(other, 1));
                }
            }
        }
        return all;
    }

    static double[] similarities(
            List<FeatureSet.Face> faces, byte[][] vectors, double step, boolean genuine) {
        double[] all = new double[faces.size() * (faces.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < vectors.length; i++) {
            String person = faces.get(i).person();
            for (int j = 0; j < i; j++) {
                if (person.equals(faces.get(j).person()) == genuine) {
                    all[n++] = similarity(vectors[i], vectors[j], step);
                }
            }
        }
        double[] some = Arrays.copyOf(all, n);
        Arrays.sort(some);
        return some;
    }

    private static double similarity(byte[] a, byte[] b, double step) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            int d = a[i] - b[i];
            sum += d * d;
        }
        return -step * Math.sqrt(sum);
    }

    private static String json(CalibrationFit.Result fit, String people, int pairs) {
        return String.format(
                Locale.ROOT,
                "{\"format\":1,%n\"description\":\"%d pairs of different people, %s\",%n"
                        + "\"extrapolatedFrom\":%.4f,%n\"similarity\":[%s],%n\"log10Fmr\":[%s]}%n",
                pairs,
                people,
                fit.extrapolatedFrom(),
                join(fit.table().similarities()),
                join(fit.table().log10Fmr()));
    }

    private static String join(double[] values) {
        return Arrays.stream(values)
                .mapToObj(v -> String.format(Locale.ROOT, "%.5f", v))
                .collect(Collectors.joining(","));
    }
}
