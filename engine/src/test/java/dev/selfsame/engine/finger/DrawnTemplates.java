package dev.selfsame.engine.finger;

import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.testing.DrawnFinger;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Templates of drawn fingers; drawing costs more than matching, so each is kept. */
final class DrawnTemplates {

    private record Impression(long seed, double degrees, double right, double down, double noise) {}

    private static final Map<Impression, FingerTemplate> KEPT = new ConcurrentHashMap<>();

    private DrawnTemplates() {}

    /** The finger as it is. */
    static FingerTemplate of(long seed) {
        return of(seed, 0, 0, 0, 0);
    }

    /** The finger turned, moved and noisy. */
    static FingerTemplate of(long seed, double degrees, double right, double down, double noise) {
        return KEPT.computeIfAbsent(
                new Impression(seed, degrees, right, down, noise), DrawnTemplates::extract);
    }

    private static FingerTemplate extract(Impression it) {
        DrawnFinger finger = new DrawnFinger(it.seed());
        byte[] grey = finger.grey(it.degrees(), it.right(), it.down(), it.noise());
        FingerPixels pixels = new FingerPixels(finger.side(), finger.side(), grey, 500);
        return SerializedMinutiae.template(pixels.extract().toByteArray());
    }
}
