package dev.selfsame.bench;

import dev.selfsame.engine.matching.FaceGallery;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Compares the first candidate of searches with what comparing every vector in floats, before they
 * were rounded to bytes, finds nearest. Vectors are drawn again by their number where they are
 * needed, as a million in floats are 1.5 GB.
 */
final class GalleryRecall {

    private static final float STEP = 0.01f;
    private static final float LARGEST = STEP * Byte.MAX_VALUE;
    private static final int PROBES = 40;
    private static final float NOISE = 0.8f;

    private final FaceGallery gallery;
    private final int length;
    private final int templates;
    private final float[][] probes = new float[PROBES][];

    /** Fills the gallery, which must be empty and whose templates are called {@code BENCH}. */
    GalleryRecall(FaceGallery gallery, int length, int templates) {
        this.gallery = gallery;
        this.length = length;
        this.templates = templates;
        for (int i = 0; i < templates; i++) {
            gallery.add(new UUID(0, i), rounded(vector(i)));
        }
        for (int i = 0; i < PROBES; i++) {
            probes[i] = isKnown(i) ? noisy(i) : vector(-1 - i);
        }
    }

    /** Every second probe is somebody of the gallery, disturbed; the others are nobody. */
    private static boolean isKnown(int probe) {
        return probe % 2 == 0;
    }

    private float[] vector(int number) {
        SplittableRandom random = new SplittableRandom(number);
        float[] vector = new float[length];
        for (int i = 0; i < length; i++) {
            vector[i] = ((random.nextInt() >>> 8) * 0x1p-23f - 1) * LARGEST;
        }
        return vector;
    }

    private float[] noisy(int probe) {
        float[] vector = vector((int) ((long) probe * templates / PROBES));
        float[] noise = vector(-1 - PROBES - probe);
        for (int i = 0; i < length; i++) {
            vector[i] = Math.clamp(vector[i] + NOISE * noise[i], -LARGEST, LARGEST);
        }
        return vector;
    }

    private static FaceTemplate rounded(float[] vector) {
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] / STEP);
        }
        return new FaceTemplate("BENCH", 1, bytes);
    }

    /** Searches, compares in floats, and prints how often the first is the same. */
    void report() {
        int[] nearest = nearest();
        int known = 0;
        int strangers = 0;
        double farther = 0;
        for (int i = 0; i < PROBES; i++) {
            UUID id = gallery.search(rounded(probes[i]), 1).getFirst().id();
            int found = (int) id.getLeastSignificantBits();
            if (found == nearest[i]) {
                known += isKnown(i) ? 1 : 0;
                strangers += isKnown(i) ? 0 : 1;
            }
            farther = Math.max(farther, distance(i, found) - distance(i, nearest[i]));
        }
        System.out.printf(
                Locale.ROOT,
                "the nearest in floats comes first: %d of %d people who are there, %d of %d"
                        + " strangers; the first is farther than the nearest by %.4f at most%n",
                known,
                PROBES / 2,
                strangers,
                PROBES / 2,
                farther);
    }

    private double distance(int probe, int number) {
        return Math.sqrt(square(probes[probe], vector(number)));
    }

    private int[] nearest() {
        int[] nearest = new int[PROBES];
        float[] least = new float[PROBES];
        Arrays.fill(least, Float.MAX_VALUE);
        for (int number = 0; number < templates; number++) {
            float[] vector = vector(number);
            for (int i = 0; i < PROBES; i++) {
                float square = square(probes[i], vector);
                if (square < least[i]) {
                    least[i] = square;
                    nearest[i] = number;
                }
            }
        }
        return nearest;
    }

    private static float square(float[] a, float[] b) {
        float even = 0;
        float odd = 0;
        for (int i = 0; i + 1 < a.length; i += 2) {
            float first = a[i] - b[i];
            float second = a[i + 1] - b[i + 1];
            even += first * first;
            odd += second * second;
        }
        return even + odd;
    }
}
