package dev.selfsame.engine.liveness;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * What one capture has to show.
 *
 * @param mode what the user is asked to do
 * @param level how sure the decision has to be
 * @param targets in the order in which they have to be reached; {@code ACTIVE} alone has any
 */
public record LivenessTask(LivenessMode mode, SecurityLevel level, List<TargetPosition> targets) {

    /** Most targets of a task. */
    public static final int MAX_CHALLENGES = 8;

    public LivenessTask {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(level, "level");
        targets = List.copyOf(targets);
        boolean fits =
                mode == LivenessMode.ACTIVE
                        ? !targets.isEmpty() && targets.size() <= MAX_CHALLENGES
                        : targets.isEmpty();
        if (!fits) {
            throw new IllegalArgumentException(
                    "targets: %d (expected: 1..%d for ACTIVE, none otherwise)"
                            .formatted(targets.size(), MAX_CHALLENGES));
        }
        for (int i = 1; i < targets.size(); i++) {
            if (targets.get(i) == targets.get(i - 1)) {
                throw new IllegalArgumentException("targets: two neighbours are the same");
            }
        }
    }

    /**
     * A task whose targets follow from a seed: numbers of {@link SplittableRandom} with the seed
     * pick among all eight positions first, then among those that are at least a quarter turn away
     * from the last one, in the order of {@link TargetPosition}. The same seed gives the same
     * targets in every version of this engine.
     *
     * @param challenges how many targets, 1..8; of no matter to the other modes
     */
    public static LivenessTask of(
            LivenessMode mode, SecurityLevel level, int challenges, int seed) {
        if (challenges < 1 || challenges > MAX_CHALLENGES) {
            throw new IllegalArgumentException(
                    "challenges: " + challenges + " (expected: 1.." + MAX_CHALLENGES + ")");
        }
        List<TargetPosition> targets = new ArrayList<>();
        if (mode == LivenessMode.ACTIVE) {
            SplittableRandom random = new SplittableRandom(seed);
            List<TargetPosition> choice = List.of(TargetPosition.values());
            for (int i = 0; i < challenges; i++) {
                TargetPosition next = choice.get(random.nextInt(choice.size()));
                targets.add(next);
                choice = apartFrom(next);
            }
        }
        return new LivenessTask(mode, level, targets);
    }

    /** Positions that cannot be reached by staying near the last one. */
    private static List<TargetPosition> apartFrom(TargetPosition last) {
        return List.of(TargetPosition.values()).stream()
                .filter(next -> turn(last.radians(), next.radians()) > Math.PI / 2 - 0.01)
                .toList();
    }

    /** Angle between two directions, 0..pi. */
    static double turn(double from, double to) {
        return Math.abs(Math.IEEEremainder(from - to, 2 * Math.PI));
    }
}
