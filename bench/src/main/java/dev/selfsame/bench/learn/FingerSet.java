package dev.selfsame.bench.learn;

import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerQualityOutcome;
import dev.selfsame.engine.finger.FingerReader;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.template.FingerTemplate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** FVC2002's B sets: folders DB1_B to DB4_B of files named finger_impression.tif. */
public final class FingerSet {

    /** The second sensor has 569 dpi and its files do not say so. */
    private static final Map<String, FingerRequest> REQUESTS =
            Map.of("DB2_B", new FingerRequest(569));

    /**
     * One impression.
     *
     * @param set folder
     * @param finger number, unique within the set
     * @param value as the engine measures it now
     */
    public record Print(
            String set,
            String finger,
            FingerTemplate template,
            int nfiq,
            double value,
            Map<String, Double> components) {

        boolean isOfTheFingerOf(Print other) {
            return set.equals(other.set) && finger.equals(other.finger);
        }
    }

    /**
     * Two prints of one set.
     *
     * @param score SourceAFIS's, 0 or more
     */
    public record Pair(Print a, Print b, double score) {

        boolean isGenuine() {
            return a.isOfTheFingerOf(b);
        }
    }

    private FingerSet() {}

    /** All prints below the folder, by path. */
    public static List<Print> of(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(it -> it.toString().endsWith(".tif")).sorted().toList();
        }
        FingerReader reader = new FingerReader(ImageLimits.DEFAULT);
        return files.parallelStream().map(it -> read(reader, it)).toList();
    }

    private static Print read(FingerReader reader, Path file) {
        String set = file.getName(file.getNameCount() - 2).toString();
        String name = file.getName(file.getNameCount() - 1).toString();
        String finger = name.substring(0, name.indexOf('_'));
        FingerRequest request = REQUESTS.getOrDefault(set, FingerRequest.PLAIN);
        try {
            byte[] bytes = Files.readAllBytes(file);
            var found = (FingerOutcome.Found) reader.read(bytes, request);
            var measured = (FingerQualityOutcome.Measured) reader.measure(bytes, request);
            return new Print(
                    set,
                    finger,
                    found.template(),
                    measured.nfiq(),
                    measured.value(),
                    measured.components());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every two prints of each set. */
    public static List<Pair> pairs(List<Print> prints) {
        FingerMatcher matcher = new FingerMatcher();
        return IntStream.range(0, prints.size())
                .parallel()
                .boxed()
                .flatMap(i -> pairsOf(matcher, prints, i).stream())
                .toList();
    }

    private static List<Pair> pairsOf(FingerMatcher matcher, List<Print> prints, int i) {
        List<Pair> pairs = new ArrayList<>();
        Print a = prints.get(i);
        for (Print b : prints.subList(i + 1, prints.size())) {
            if (a.set().equals(b.set())) {
                double fmr = matcher.compare(a.template(), b.template()).value();
                pairs.add(new Pair(a, b, -10 * Math.log10(fmr)));
            }
        }
        return pairs;
    }
}
