package dev.selfsame.engine.face;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a comparison with this picture can be trusted: one number as the wire contract reads it,
 * and the named components it is made of.
 *
 * @param value over 100 is good, 0..100 usable with care, negative asks for another picture
 * @param components component name (after ISO/IEC 29794-5) to its value 0..100, in a fixed order
 */
public record FaceQuality(int value, Map<String, Double> components) {

    /** The value where there is no face to measure. */
    public static final int NO_FACE = -10_000;

    public FaceQuality {
        components = Collections.unmodifiableMap(new LinkedHashMap<>(components));
    }
}
