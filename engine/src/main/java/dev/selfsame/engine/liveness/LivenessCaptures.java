package dev.selfsame.engine.liveness;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceFollower;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Starts captures on loaded models. Safe for any number of threads. */
public final class LivenessCaptures {

    private final FrameReader reader = new FrameReader();
    private final FaceWatch watch;
    private final LivenessJudge judge;
    private final FrameJury jury;

    /**
     * All that captures share.
     *
     * @param comparison of two templates of the current mode
     */
    public LivenessCaptures(
            FaceModels models, BiFunction<FaceTemplate, FaceTemplate, Fmr> comparison) {
        Objects.requireNonNull(comparison, "comparison");
        FaceFollower follower = new FaceFollower(models);
        List<AttackNetwork> networks = models.pads().stream().map(AttackNetwork::new).toList();
        watch = new FaceWatch(follower);
        judge =
                new LivenessJudge(
                        List.of(
                                new RepeatedFrames(),
                                new Continuity(),
                                new SamePerson(follower, reader, comparison),
                                new FlatMotion(),
                                new Perspective(),
                                new SceneMotion(),
                                new Moire(reader),
                                new Texture(networks, reader)),
                        Fusion.shipped());
        jury = new FrameJury(reader, watch, judge);
    }

    /**
     * Judges pictures that were taken already, as if they were the frames of a finished capture,
     * for evaluation: nobody was guided, so position and light are not looked at.
     *
     * @param frames JPEG files as {@link LivenessCapture#accept} takes them, in order
     * @param millisBetween time from one to the next
     */
    public LivenessVerdict judge(LivenessTask task, List<byte[]> frames, int millisBetween) {
        return jury.judge(task, frames, millisBetween);
    }

    /** A capture without frames. */
    public LivenessCapture start(LivenessTask task) {
        return new LivenessCapture(Objects.requireNonNull(task, "task"), reader, watch, judge);
    }
}
