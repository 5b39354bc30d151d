package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.template.FingerTemplate;

import java.util.Arrays;

/**
 * A template read into what SourceAFIS compares. Shares its array.
 *
 * @param minutiae the template's, by which pairs are ordered
 */
record OpenedFinger(byte[] minutiae, FingerprintTemplate template) {

    /**
     * Reads the template.
     *
     * @throws dev.selfsame.engine.template.BrokenTemplateException if it cannot be read
     */
    static OpenedFinger of(FingerTemplate template) {
        return new OpenedFinger(template.minutiae(), SerializedMinutiae.open(template));
    }

    /**
     * Whether this is to be looked for in the other. why: SourceAFIS scores differ a little by
     * direction; the smaller template as the probe is as accurate as the mean of both directions
     * and costs least, as its table of edges grows with the square of the minutiae.
     */
    boolean isLookedForIn(OpenedFinger other) {
        int byLength = Integer.compare(minutiae.length, other.minutiae.length);
        return byLength != 0 ? byLength < 0 : Arrays.compareUnsigned(minutiae, other.minutiae) <= 0;
    }

    /** Bytes of memory, as SourceAFIS estimates its part. */
    long bytes() {
        return minutiae.length + (long) template.memory();
    }
}
