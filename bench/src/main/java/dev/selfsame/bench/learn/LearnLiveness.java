package dev.selfsame.bench.learn;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.calibration.ErrorCount;
import dev.selfsame.engine.liveness.PassiveLiveness.Checked;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Learns where "attack" begins: the scale and base of the score by logistic regression, the
 * threshold by the share of live pictures that may be refused, and tests both on people left out.
 * Arguments: a list of live and printed frames (columns path, label, subject, with a header), its
 * root, then folders of pictures of people from other cameras, of which about 250 each are taken.
 */
public final class LearnLiveness {

    // why: one sign more weighs as much as one logit of the network at most, so that a grey
    // photograph of a person is not convicted by its greyness alone
    private static final double PALENESS_WEIGHT = 1;
    private static final double MOST_BPCER = 0.03;
    private static final int FOLDS = 9;
    private static final int MOST_OF_A_FOLDER = 250;
    private static final int STEPS = 30;

    /** One judged picture. */
    private record Sample(String set, int fold, boolean attack, double sign, double shipped) {}

    private LearnLiveness() {}

    public static void main(String[] args) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Engine engine =
                Engine.open(
                        new EngineConfig(installed(), null, EngineConfig.DEFAULT.limits(), 1))) {
            samples.addAll(listed(engine, Path.of(args[0]), Path.of(args[1])));
            for (int i = 2; i < args.length; i++) {
                samples.addAll(folder(engine, Path.of(args[i])));
            }
        }
        double[] model = regress(samples);
        System.out.printf(
                Locale.ROOT,
                "\"base\": %.2f, \"weights\": {\"network\": %.2f, \"paleness\": %.2f},"
                        + " \"threshold\": %.2f%n",
                model[1],
                model[0],
                PALENESS_WEIGHT * model[0],
                score(model, threshold(samples)));
        List<Sample> decided = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double threshold = threshold(samples.stream().filter(s -> s.fold() != left).toList());
            samples.stream()
                    .filter(s -> s.fold() == left)
                    .map(s -> new Sample(s.set(), left, s.attack(), s.sign() - threshold, 0))
                    .forEach(decided::add);
        }
        System.out.println("threshold learnt on other people:");
        report(decided, s -> s.sign() >= 0);
        System.out.println("as shipped:");
        report(samples, s -> s.shipped() >= 0);
    }

    /** Packs to measure instead of the built-in network, if any. */
    private static @Nullable Path installed() {
        String models = System.getProperty("models");
        return models == null ? null : Path.of(models);
    }

    private static List<Sample> listed(Engine engine, Path list, Path root) throws IOException {
        List<String> lines = Files.readAllLines(list);
        return judged(
                lines.subList(1, lines.size()).stream()
                        .map(line -> line.split("\t"))
                        .map(c -> judge(engine, "list", root.resolve(c[0]), c[1], c[2])));
    }

    private static List<Sample> folder(Engine engine, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
            int step = Math.ceilDiv(found.size(), MOST_OF_A_FOLDER);
            List<Path> pictures =
                    IntStream.range(0, found.size())
                            .filter(i -> i % step == 0)
                            .mapToObj(found::get)
                            .toList();
            String name = String.valueOf(folder.getFileName());
            return judged(
                    pictures.stream().map(f -> judge(engine, name, f, "live", String.valueOf(f))));
        }
    }

    private static List<Sample> judged(Stream<@Nullable Sample> all) {
        return all.parallel().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
    }

    private static @Nullable Sample judge(
            Engine engine, String set, Path file, String label, String person) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
        if (!(engine.checkLiveness(bytes) instanceof Checked checked)) {
            System.err.println("not one face: " + file);
            return null;
        }
        double sign =
                checked.signs().getOrDefault("network", 0.0)
                        + PALENESS_WEIGHT * checked.signs().getOrDefault("paleness", 0.0);
        return new Sample(
                set,
                Math.floorMod(person.hashCode(), FOLDS),
                !label.equals("live"),
                sign,
                checked.score() - checked.threshold());
    }

    /** Slope and intercept by Newton's method; live and attack count alike, as do the live sets. */
    private static double[] regress(List<Sample> samples) {
        double a = 1;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double haa = 1e-9;
            double hab = 0;
            double hbb = 1e-9;
            for (Sample s : samples) {
                double p = 1 / (1 + Math.exp(-a * s.sign() - b));
                double w = weight(samples, s);
                double error = w * (p - (s.attack() ? 1 : 0));
                ga += error * s.sign();
                gb += error;
                haa += w * p * (1 - p) * s.sign() * s.sign();
                hab += w * p * (1 - p) * s.sign();
                hbb += w * p * (1 - p);
            }
            double determinant = haa * hbb - hab * hab;
            a -= (hbb * ga - hab * gb) / determinant;
            b -= (haa * gb - hab * ga) / determinant;
        }
        return new double[] {a, b};
    }

    private static double weight(List<Sample> samples, Sample one) {
        long alike =
                samples.stream()
                        .filter(s -> s.attack() == one.attack() && s.set().equals(one.set()))
                        .count();
        long sets =
                samples.stream()
                        .filter(s -> s.attack() == one.attack())
                        .map(Sample::set)
                        .distinct()
                        .count();
        return 1.0 / alike / sets;
    }

    /** The least sign above which no live set has more than the wanted share. */
    private static double threshold(List<Sample> samples) {
        double threshold = Double.NEGATIVE_INFINITY;
        for (String set : samples.stream().map(Sample::set).distinct().toList()) {
            double[] live =
                    samples.stream()
                            .filter(s -> !s.attack() && s.set().equals(set))
                            .mapToDouble(Sample::sign)
                            .sorted()
                            .toArray();
            int refused = (int) (MOST_BPCER * live.length);
            threshold = Math.max(threshold, live[live.length - 1 - refused]);
        }
        return Math.nextUp(threshold);
    }

    private static double score(double[] model, double sign) {
        return 1 / (1 + Math.exp(-model[0] * sign - model[1]));
    }

    private static void report(List<Sample> samples, Predicate<Sample> refused) {
        for (String set : samples.stream().map(Sample::set).distinct().toList()) {
            for (boolean attack : Arrays.asList(true, false)) {
                List<Sample> of =
                        samples.stream()
                                .filter(s -> s.set().equals(set) && s.attack() == attack)
                                .toList();
                long wrong = of.stream().filter(s -> refused.test(s) != attack).count();
                if (!of.isEmpty()) {
                    ErrorCount count = new ErrorCount(wrong, of.size());
                    System.out.printf(
                            Locale.ROOT,
                            "  %s %s: %.2f %% (%d of %d), 95 %% interval %.2f to %.2f %%%n",
                            set,
                            attack ? "APCER" : "BPCER",
                            100 * count.rate(),
                            wrong,
                            of.size(),
                            100 * count.low95(),
                            100 * count.high95());
                }
            }
        }
    }
}
