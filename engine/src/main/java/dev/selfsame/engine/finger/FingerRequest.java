package dev.selfsame.engine.finger;

/**
 * What to know about a picture of a fingerprint beyond its file.
 *
 * @param dpi resolution in pixels per inch, 100..2000, whatever the file states; 0 to believe the
 *     file where it can be believed and else to take 500
 */
public record FingerRequest(int dpi) {

    /** The resolution that the file states, or 500. */
    public static final FingerRequest PLAIN = new FingerRequest(0);

    public FingerRequest {
        if (dpi != 0 && !Resolution.isUsable(dpi)) {
            throw new IllegalArgumentException("dpi: " + dpi + " (expected: 0 or 100..2000)");
        }
    }
}
