package dev.selfsame.engine.finger;

import java.util.Objects;

/**
 * What a record says of a finger beside its minutiae.
 *
 * @param position which finger it is
 * @param quality 0..100, 100 the best, or {@link #UNSTATED}
 */
public record FingerDetails(FingerPosition position, int quality) {

    /** No quality; formats that must have one get 50, the middle. */
    public static final int UNSTATED = -1;

    /** Nothing is known. */
    public static final FingerDetails UNKNOWN = of(FingerPosition.UNKNOWN);

    private static final int MIDDLE = 50;
    private static final int MAX_QUALITY = 100;

    public FingerDetails {
        Objects.requireNonNull(position, "position");
        if (quality < UNSTATED || quality > MAX_QUALITY) {
            throw new IllegalArgumentException("quality: " + quality + " (expected: -1..100)");
        }
    }

    /** The finger without a quality. */
    public static FingerDetails of(FingerPosition position) {
        return new FingerDetails(position, UNSTATED);
    }

    int qualityOr(int unstated) {
        return quality == UNSTATED ? unstated : quality;
    }

    int qualityOrMiddle() {
        return qualityOr(MIDDLE);
    }
}
