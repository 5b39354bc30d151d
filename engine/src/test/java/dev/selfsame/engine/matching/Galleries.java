package dev.selfsame.engine.matching;

import dev.selfsame.engine.calibration.CalibrationTable;
import dev.selfsame.engine.matching.FaceMatcher.Similarity;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Small galleries and what they should answer. */
final class Galleries {

    static final String MODE = "TEST";

    /** Tells apart every distance and cosine that the tests make. */
    private static final CalibrationTable DISTANCES =
            new CalibrationTable(new double[] {-10_000, 0}, new double[] {0, -16});

    private static final CalibrationTable COSINES =
            new CalibrationTable(new double[] {-1, 1}, new double[] {0, -16});

    private Galleries() {}

    static FaceMatcher matcher(Similarity similarity) {
        return switch (similarity) {
            case COSINE -> new FaceMatcher(similarity, 0, COSINES);
            case MINUS_DISTANCE -> new FaceMatcher(similarity, 1, DISTANCES);
        };
    }

    static FaceGallery gallery(int length, FaceMatcher matcher, int chunkCapacity) {
        return new FaceGallery(
                template(new byte[length]), matcher, DotKernel.best(), chunkCapacity);
    }

    static FaceTemplate template(byte... vector) {
        return new FaceTemplate(MODE, 1, vector);
    }

    static FaceTemplate random(int length, Random random) {
        byte[] vector = new byte[length];
        random.nextBytes(vector);
        return template(vector);
    }

    static UUID id(long number) {
        return new UUID(0, number);
    }

    /** Every template's comparison, one by one, in long arithmetic where order is decided. */
    static List<Candidate> expected(
            Map<UUID, FaceTemplate> people,
            FaceTemplate probe,
            FaceMatcher matcher,
            Similarity similarity,
            int limit) {
        Comparator<Map.Entry<UUID, FaceTemplate>> bestFirst =
                Comparator.comparingDouble(
                        it -> -likeness(probe.vector(), it.getValue().vector(), similarity));
        return people.entrySet().stream()
                .sorted(bestFirst.thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .map(it -> new Candidate(it.getKey(), matcher.compare(probe, it.getValue())))
                .toList();
    }

    private static double likeness(byte[] a, byte[] b, Similarity similarity) {
        long dot = 0;
        long squaredA = 0;
        long squaredB = 0;
        long distance = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (long) a[i] * b[i];
            squaredA += (long) a[i] * a[i];
            squaredB += (long) b[i] * b[i];
            distance += (long) (a[i] - b[i]) * (a[i] - b[i]);
        }
        return switch (similarity) {
            case COSINE ->
                    squaredA == 0 || squaredB == 0
                            ? Double.NEGATIVE_INFINITY
                            : dot / Math.sqrt((double) squaredA * squaredB);
            case MINUS_DISTANCE -> -(double) distance;
        };
    }
}
