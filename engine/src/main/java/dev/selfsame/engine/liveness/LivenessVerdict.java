package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The decision about one capture.
 *
 * @param outcome how it ended
 * @param score fused attack score 0..1: 0 looks like a live person, 1 like an attack; it has a
 *     meaning only at the threshold, in the error rates of docs/liveness.md
 * @param threshold from which score on it is an attack at the task's level, 0..1
 * @param diagnostic the main reason
 * @param signs every check that ran
 * @param best the best picture, null where there is none
 */
public record LivenessVerdict(
        Outcome outcome,
        double score,
        double threshold,
        Diagnostic diagnostic,
        List<LivenessSign> signs,
        @Nullable BestFrame best) {

    public LivenessVerdict {
        signs = List.copyOf(signs);
    }
}
