package dev.selfsame.engine.liveness;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Joins what the checks found into one decision. Safe for any number of threads. */
final class LivenessJudge {

    private static final int LEAST_FRAMES = 6;

    private final List<Check> checks;
    private final Fusion fusion;

    LivenessJudge(List<Check> checks, Fusion fusion) {
        this.checks = List.copyOf(checks);
        this.fusion = fusion;
    }

    LivenessVerdict judge(Evidence evidence) {
        return judge(evidence, LEAST_FRAMES);
    }

    /** Also of a single picture; signs that need several are then missing. */
    LivenessVerdict judgeAnyNumber(Evidence evidence) {
        return judge(evidence, 1);
    }

    private LivenessVerdict judge(Evidence evidence, int leastFrames) {
        double threshold = fusion.threshold(evidence.task().level());
        Diagnostic unusable = unusable(evidence);
        if (evidence.frames().size() < leastFrames) {
            Diagnostic why = unusable == null ? Diagnostic.FRAMES_MISSING : unusable;
            return new LivenessVerdict(Outcome.FAILED, 0.5, threshold, why, List.of(), null);
        }
        List<Finding> findings = examine(evidence);
        List<LivenessSign> signs = findings.stream().map(f -> fusion.sign(f, findings)).toList();
        double score = fusion.score(findings);
        BestFrame best = BestPicture.of(evidence.frames());
        Finding guilty =
                findings.stream().filter(f -> f.conviction() != null).findFirst().orElse(null);
        if (guilty != null) {
            Diagnostic why = Objects.requireNonNull(guilty.conviction(), "conviction");
            return new LivenessVerdict(Outcome.SPOOF, 1, threshold, why, signs, best);
        }
        if (unusable != null) {
            return new LivenessVerdict(Outcome.FAILED, score, threshold, unusable, signs, best);
        }
        if (score >= threshold) {
            Diagnostic why = reason(findings);
            return new LivenessVerdict(Outcome.SPOOF, score, threshold, why, signs, best);
        }
        return best == null
                ? new LivenessVerdict(
                        Outcome.FAILED, score, threshold, Diagnostic.UNUSABLE_PICTURE, signs, null)
                : new LivenessVerdict(
                        Outcome.SUCCESS, score, threshold, Diagnostic.LIVE, signs, best);
    }

    /** What every check found. */
    List<Finding> examine(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : checks) {
            findings.addAll(check.examine(evidence));
        }
        return findings;
    }

    private Diagnostic reason(List<Finding> findings) {
        return findings.stream()
                .max(Comparator.comparingDouble(f -> fusion.logit(f, findings)))
                .map(Finding::reason)
                .orElse(Diagnostic.ATTACK);
    }

    private static @Nullable Diagnostic unusable(Evidence evidence) {
        if (evidence.crowdedFrames() > 0) {
            return Diagnostic.SEVERAL_FACES;
        }
        if (evidence.failure() != null) {
            return evidence.failure();
        }
        if (evidence.complete()) {
            return null;
        }
        if (evidence.framesWithFace() == 0) {
            return Diagnostic.NO_FACE;
        }
        return switch (evidence.lastAdvice()) {
            case MOVE_DARKER_AREA -> Diagnostic.TOO_BRIGHT;
            case MOVE_BRIGHTER_AREA -> Diagnostic.TOO_DARK;
            case null, default -> Diagnostic.NOT_FINISHED;
        };
    }
}
