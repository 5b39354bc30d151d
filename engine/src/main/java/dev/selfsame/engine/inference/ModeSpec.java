package dev.selfsame.engine.inference;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * How a face becomes a vector and what a distance between vectors means.
 *
 * @param name unique over all packs, A-Z 0-9 _
 * @param version 1..255
 * @param parts pieces of the vector, in order
 * @param comparison how two vectors are compared
 * @param step what one integer step of the stored vector is worth; 0 scales each vector to its own
 *     largest value, which only cosine comparison allows
 * @param calibration data file with the table from similarity to FMR, or null if {@code impostors}
 * @param impostors mean and standard deviation of the similarity of different people, taken as
 *     normal, or null if there is a table; shared array
 * @param quality how quality components are joined
 */
public record ModeSpec(
        String name,
        int version,
        List<Part> parts,
        Comparison comparison,
        double step,
        @Nullable String calibration,
        double @Nullable [] impostors,
        QualitySpec quality) {

    /** How two vectors are compared; larger is more alike. */
    public enum Comparison {
        /** Cosine of the angle, -1..1. */
        COSINE,
        /** Minus the Euclidean distance. */
        EUCLIDEAN
    }

    /** What is done to each value of a network's output first. */
    public enum Transform {
        NONE,
        /** Square root of what is above zero, for features after a ReLU. */
        SQRT
    }

    /**
     * One network's share of the vector.
     *
     * @param network name of a face encoder in the same pack
     * @param mirror mean of the face and its mirror image
     * @param transform applied to each value
     * @param projection data file with mean and basis to project on, or null
     * @param unitLength scaled to length 1 afterwards
     * @param weight multiplied last
     */
    public record Part(
            String network,
            boolean mirror,
            Transform transform,
            @Nullable String projection,
            boolean unitLength,
            double weight) {

        static Part read(ManifestNode node) {
            node.allowing("network", "mirror", "transform", "projection", "unitLength", "weight");
            return new Part(
                    node.text("network"),
                    node.flagOr("mirror", false),
                    node.choiceOr("transform", Transform.NONE),
                    node.has("projection") ? node.fileName("projection") : null,
                    node.flagOr("unitLength", true),
                    node.numberOr("weight", 1));
        }
    }

    static ModeSpec read(ManifestNode node) {
        node.allowing(
                "name",
                "version",
                "parts",
                "comparison",
                "step",
                "calibration",
                "impostors",
                "quality");
        String name = node.text("name");
        if (!name.matches("[A-Z0-9_]{1,32}")) {
            throw node.wrong("name", name, "1 to 32 of A-Z, 0-9, _");
        }
        Comparison comparison = node.choice("comparison", Comparison.class);
        double step = node.numberOr("step", 0);
        if (step < 0 || (step == 0 && comparison == Comparison.EUCLIDEAN)) {
            throw node.wrong("step", String.valueOf(step), "> 0 for euclidean comparison");
        }
        if (node.has("calibration") == node.has("impostors")) {
            throw node.wrong(
                    "calibration",
                    node.has("calibration") ? "beside impostors" : "missing",
                    "either a calibration file or impostors" + " [mean, deviation]");
        }
        double[] impostors = null;
        if (node.has("impostors")) {
            impostors = node.numbers("impostors", 2);
            if (!(impostors[1] > 0)) {
                throw node.wrong("impostors", String.valueOf(impostors[1]), "a deviation > 0");
            }
        }
        List<Part> parts = node.objects("parts", Part::read);
        if (parts.isEmpty()) {
            throw node.wrong("parts", "[]", "at least one");
        }
        return new ModeSpec(
                name,
                node.integer("version", 1, 255),
                parts,
                comparison,
                step,
                node.has("calibration") ? node.fileName("calibration") : null,
                impostors,
                node.has("quality")
                        ? QualitySpec.read(node.object("quality"))
                        : QualitySpec.DEFAULT);
    }
}
