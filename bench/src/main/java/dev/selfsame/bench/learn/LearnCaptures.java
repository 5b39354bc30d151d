package dev.selfsame.bench.learn;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessSign;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.LivenessVerdict;
import dev.selfsame.engine.liveness.Outcome;
import dev.selfsame.engine.liveness.SecurityLevel;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the weights of the signs of a capture hold for people left out: logistic regression on all
 * people but one, tested on that one, at the logit of level HIGH. Arguments: a list of live and
 * printed frames (columns path, label, subject, then what tells series apart, with a header), its
 * root, how many frames of a series are judged together.
 */
public final class LearnCaptures {

    /** Middle and spread that a sign's value is brought to, as in the engine's resource. */
    private static final Map<String, double[]> SIGNS =
            new TreeMap<>(
                    Map.of(
                            "flat-residual", new double[] {0.58, 0.5},
                            "flat-parallax", new double[] {0.7, 0.8},
                            "scene-motion", new double[] {0.65, 0.25},
                            "texture:antispoof", new double[] {-1.5, 3}));

    private static final double HIGH_LOGIT = Math.log(0.29 / 0.71);
    private static final double MOST_SPREADS = 2;
    private static final double RIDGE = 1;
    private static final int STEPS = 60;

    /** What was measured on one group of frames; 0 for signs that are missing. */
    private record Sample(String subject, boolean attack, double[] values) {}

    private LearnCaptures() {}

    public static void main(String[] args) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Engine engine = Engine.open(EngineConfig.DEFAULT)) {
            for (List<String[]> series : series(Path.of(args[0])).values()) {
                int frames = Integer.parseInt(args[2]);
                for (int i = 0; i + frames <= series.size(); i += frames) {
                    judge(engine, Path.of(args[1]), series.subList(i, i + frames), samples);
                }
            }
        }
        System.out.println("signs " + SIGNS.keySet() + " and base:");
        System.out.println(Arrays.toString(learn(samples)));
        int accepted = 0;
        int refused = 0;
        for (String subject : samples.stream().map(Sample::subject).distinct().toList()) {
            double[] weights =
                    learn(samples.stream().filter(s -> !s.subject().equals(subject)).toList());
            for (Sample sample : samples) {
                boolean attack = logit(weights, sample) >= HIGH_LOGIT;
                if (sample.subject().equals(subject)) {
                    accepted += sample.attack() && !attack ? 1 : 0;
                    refused += !sample.attack() && attack ? 1 : 0;
                }
            }
        }
        long attacks = samples.stream().filter(Sample::attack).count();
        System.out.printf(
                Locale.ROOT,
                "left out: APCER %d of %d, BPCER %d of %d%n",
                accepted,
                attacks,
                refused,
                samples.size() - attacks);
    }

    private static Map<String, List<String[]>> series(Path list) throws IOException {
        Map<String, List<String[]>> series = new TreeMap<>();
        List<String> lines = Files.readAllLines(list);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String key = String.join("/", Arrays.asList(cells).subList(1, cells.length));
            series.computeIfAbsent(key, _ -> new ArrayList<>()).add(cells);
        }
        series.values().forEach(one -> one.sort(Comparator.comparingInt(c -> number(c[0]))));
        return series;
    }

    private static int number(String path) {
        String digits = path.substring(path.lastIndexOf('_') + 1, path.lastIndexOf('.'));
        return Integer.parseInt(digits);
    }

    private static void judge(Engine engine, Path root, List<String[]> group, List<Sample> samples)
            throws IOException {
        List<byte[]> frames = new ArrayList<>();
        for (String[] cells : group) {
            frames.add(Files.readAllBytes(root.resolve(cells[0])));
        }
        LivenessTask task = new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.HIGH, List.of());
        LivenessVerdict verdict = engine.judgeLiveness(task, frames, 1000);
        if (verdict.outcome() == Outcome.FAILED) {
            return;
        }
        double[] values = new double[SIGNS.size() + 1];
        values[SIGNS.size()] = 1;
        List<String> names = List.copyOf(SIGNS.keySet());
        for (LivenessSign sign : verdict.signs()) {
            int at = names.indexOf(sign.name());
            if (at >= 0) {
                double[] middle = SIGNS.getOrDefault(sign.name(), new double[] {0, 1});
                values[at] =
                        Math.clamp(
                                (sign.value() - middle[0]) / middle[1],
                                -MOST_SPREADS,
                                MOST_SPREADS);
            }
        }
        String[] first = group.get(0);
        samples.add(new Sample(first[2], !first[1].equals("live"), values));
    }

    /** Newton's method; people and attacks count alike. */
    private static double[] learn(List<Sample> samples) {
        int n = SIGNS.size() + 1;
        double attacks = samples.stream().filter(Sample::attack).count();
        double live = samples.size() - attacks;
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            DMatrixRMaj gradient = new DMatrixRMaj(n, 1);
            DMatrixRMaj hessian = CommonOps_DDRM.identity(n);
            CommonOps_DDRM.scale(1e-6, hessian);
            for (int i = 0; i < n - 1; i++) {
                gradient.add(i, 0, RIDGE * weights[i]);
                hessian.add(i, i, RIDGE);
            }
            for (Sample sample : samples) {
                double p = 1 / (1 + Math.exp(-logit(weights, sample)));
                double share = samples.size() / (2 * (sample.attack() ? attacks : live));
                for (int i = 0; i < n; i++) {
                    double x = share * sample.values()[i];
                    gradient.add(i, 0, x * (p - (sample.attack() ? 1 : 0)));
                    for (int j = 0; j < n; j++) {
                        hessian.add(i, j, x * p * (1 - p) * sample.values()[j]);
                    }
                }
            }
            DMatrixRMaj change = new DMatrixRMaj(n, 1);
            if (!CommonOps_DDRM.solve(hessian, gradient, change)) {
                throw new IllegalStateException("the regression has no solution");
            }
            for (int i = 0; i < n; i++) {
                weights[i] -= change.get(i, 0);
            }
        }
        return weights;
    }

    private static double logit(double[] weights, Sample sample) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * sample.values()[i];
        }
        return sum;
    }
}
