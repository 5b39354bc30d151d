package dev.selfsame.bench.learn;

import dev.selfsame.engine.calibration.CalibrationFit;
import dev.selfsame.engine.calibration.CalibrationTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fits the calibration table of the built-in mode on all pairs of different people, and checks it
 * on people that a second fit has not seen. Arguments: folder of faces, cache file, file to write.
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
        double[] impostors = similarities(faces, vectors, step, false);
        CalibrationFit.Result fit = CalibrationFit.fit(impostors);
        String people =
                faces.size()
                        + " pictures of "
                        + faces.stream().map(FeatureSet.Face::person).distinct().count()
                        + " people";
        Files.writeString(Path.of(args[2]), json(fit, people, impostors.length));
        report(fit.table(), impostors, similarities(faces, vectors, step, true));
    }

    private static void report(CalibrationTable table, double[] impostors, double[] genuine) {
        System.out.printf("impostor pairs %d, genuine %d%n", impostors.length, genuine.length);
        for (double fmr : new double[] {1e-2, 1e-3, 1e-4, 1e-5}) {
            double threshold = impostors[impostors.length - (int) (impostors.length * fmr)];
            long missed = Arrays.stream(genuine).filter(s -> s < threshold).count();
            System.out.printf(
                    "FMR %.0e  threshold %.4f  stated FMR there %.2e  FNMR %.2f %% (%d)%n",
                    fmr,
                    threshold,
                    table.fmr(threshold).value(),
                    100.0 * missed / genuine.length,
                    missed);
        }
        for (int i = 1; i <= 10; i++) {
            double s = impostors[impostors.length - i];
            System.out.printf(
                    "impostor %d from the top: %.4f stated %.2e%n", i, s, table.fmr(s).value());
        }
    }

    /** Fits on half of the people and counts on the other half. */
    private static void crossValidate(List<FeatureSet.Face> faces, byte[][] vectors, double step) {
        List<String> people =
                new ArrayList<>(
                        faces.stream().map(FeatureSet.Face::person).collect(Collectors.toSet()));
        people.sort(null);
        Random random = new Random(19795);
        for (int split = 0; split < SPLITS; split++) {
            Collections.shuffle(people, random);
            Set<String> half = new HashSet<>(people.subList(0, people.size() / 2));
            CalibrationTable table =
                    CalibrationFit.fit(impostorsOf(faces, vectors, step, half, true)).table();
            double[] unseen = impostorsOf(faces, vectors, step, half, false);
            StringBuilder line = new StringBuilder("split " + split + ":");
            for (int score : CHECKED_SCORES) {
                long hits =
                        Arrays.stream(unseen).filter(s -> table.fmr(s).score() >= score).count();
                double stated = Math.pow(10, (1500 - score) / 500.0);
                line.append(
                        String.format(
                                Locale.ROOT,
                                "  score %d stated %.0e measured %.2e (%d of %d)",
                                score,
                                stated,
                                (double) hits / unseen.length,
                                hits,
                                unseen.length));
            }
            System.out.println(line);
        }
    }

    private static double[] impostorsOf(
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
        return similarities(some, theirs.toArray(byte[][]::new), step, false);
    }

    static double[] similarities(
            List<FeatureSet.Face> faces, byte[][] vectors, double step, boolean genuine) {
        double[] all = new double[faces.size() * (faces.size() - 1) / 2];
        int n = 0;
        for (int i = 0; i < vectors.length; i++) {
            String person = faces.get(i).person();
            for (int j = 0; j < i; j++) {
                if (person.equals(faces.get(j).person()) == genuine) {
                    all[n++] = -step * Math.sqrt(squaredDistance(vectors[i], vectors[j]));
                }
            }
        }
        double[] some = Arrays.copyOf(all, n);
        Arrays.sort(some);
        return some;
    }

    private static int squaredDistance(byte[] a, byte[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            int d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
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
