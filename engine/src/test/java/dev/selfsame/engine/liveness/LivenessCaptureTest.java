package dev.selfsame.engine.liveness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.EngineConfig;
import dev.selfsame.engine.liveness.FilmedHead.Pose;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LivenessCaptureTest {

    private static final int A_SECOND = 9;

    private final Engine engine = Engine.open(EngineConfig.DEFAULT);
    private final Sitter person = Sitter.of(engine, 5, 0);
    private final Sitter other = Sitter.of(engine, 5, 4);
    private final Film still = person.head(t -> swaying(8, t), 3);

    @AfterAll
    void close() {
        engine.close();
    }

    private LivenessCapture capture(LivenessMode mode, TargetPosition... targets) {
        return engine.startLiveness(new LivenessTask(mode, SecurityLevel.MEDIUM, List.of(targets)));
    }

    /** A head that is never quite still. */
    private static Pose swaying(double distance, double seconds) {
        return new Pose(
                distance + 0.1 * Math.sin(1.3 * seconds),
                0.06 * Math.sin(2.3 * seconds),
                0.04 * Math.sin(1.7 * seconds));
    }

    /** Turns to one side after a still second and a half, then to the other. */
    private static Pose lookingLeftThenRight(double seconds) {
        double yaw =
                -0.5 * Math.clamp((seconds - 1.5) / 0.6, 0.0, 1.0)
                        + Math.clamp((seconds - 3.2) / 1.2, 0.0, 1.0);
        return new Pose(9, yaw + 0.01 * Math.sin(3 * seconds), 0.01 * Math.sin(2 * seconds));
    }

    private static Pose approaching(double seconds) {
        double near = Math.clamp((seconds - 1.5) / 2, 0.0, 1.0);
        return new Pose(
                11 - 6.4 * near, 0.02 * Math.sin(3 * seconds), 0.02 * Math.sin(2 * seconds));
    }

    @Test
    void livingHeadPassesWhenStill() {
        LivenessVerdict verdict = still.shownTo(capture(LivenessMode.PASSIVE));
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.LIVE);
        assertThat(verdict.outcome()).isEqualTo(Outcome.SUCCESS);
        BestFrame best = Objects.requireNonNull(verdict.best());
        assertThat(best.box().width()).isBetween(100.0, 400.0);
    }

    @Test
    void livingHeadPassesWhenItTurnsToTheTargets() {
        LivenessCapture capture = capture(LivenessMode.ACTIVE, TargetPosition.L, TargetPosition.R);
        LivenessVerdict verdict =
                person.head(LivenessCaptureTest::lookingLeftThenRight, 5.5).shownTo(capture);
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.LIVE);
    }

    @Test
    void wrongTargetFails() {
        LivenessCapture capture = capture(LivenessMode.ACTIVE, TargetPosition.R, TargetPosition.L);
        LivenessVerdict verdict =
                person.head(LivenessCaptureTest::lookingLeftThenRight, 5.5).shownTo(capture);
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.WRONG_MOVES);
    }

    @Test
    void livingHeadPassesWhenItComesNearer() {
        LivenessVerdict verdict =
                person.head(LivenessCaptureTest::approaching, 5)
                        .shownTo(capture(LivenessMode.PASSIVE_VIDEO));
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.LIVE);
    }

    @Test
    void photoThatComesNearerDoesNotPass() {
        LivenessVerdict verdict =
                person.print(FilmedPhoto.approaching(1.9, 0.85, 1.5, 3.5), 5)
                        .shownTo(capture(LivenessMode.PASSIVE_VIDEO));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SPOOF);
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.FLAT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.8})
    void photoHeldInAHandDoesNotPass(double amount) {
        LivenessVerdict verdict =
                person.print(FilmedPhoto.held(1.5, amount), 4)
                        .shownTo(capture(LivenessMode.PASSIVE));
        assertThat(verdict.outcome()).isNotEqualTo(Outcome.SUCCESS);
    }

    @Test
    void photoOnAStandDoesNotPass() {
        LivenessVerdict verdict =
                person.print(FilmedPhoto.held(1.5, 0), 3).shownTo(capture(LivenessMode.PASSIVE));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SPOOF);
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.LIFELESS);
    }

    @Test
    void tiltedPhotoReachesNoTarget() {
        LivenessCapture capture = capture(LivenessMode.ACTIVE, TargetPosition.L);
        FilmedPhoto.Path tilting =
                t -> new FilmedPhoto.Place(0, 0, 1.5, -0.6 * Math.clamp((t - 1.5) / 2, 0, 1), 0, 0);
        LivenessVerdict verdict = person.print(tilting, 14).shownTo(capture);
        assertThat(verdict.outcome()).isNotEqualTo(Outcome.SUCCESS);
    }

    @Test
    void oneFrameOverAndOverDoesNotPass() {
        byte[] frame = still.frames().get(0);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            frames.add(frame);
        }
        LivenessVerdict verdict = new Film(frames).shownTo(capture(LivenessMode.PASSIVE));
        assertThat(verdict.outcome()).isEqualTo(Outcome.SPOOF);
        assertThat(verdict.diagnostic()).isEqualTo(Diagnostic.REPEATED_FRAMES);
    }

    @Test
    void anotherPersonHalfwayDoesNotPass() {
        List<byte[]> frames = new ArrayList<>(still.frames().subList(0, A_SECOND));
        frames.addAll(other.head(t -> swaying(8, t), 1.5).frames());
        LivenessVerdict verdict =
                new Film(frames.subList(0, 19)).shownTo(capture(LivenessMode.PASSIVE));
        assertThat(verdict.outcome()).isNotEqualTo(Outcome.SUCCESS);
        assertThat(verdict.diagnostic())
                .isIn(Diagnostic.DIFFERENT_PEOPLE, Diagnostic.NOT_FINISHED, Diagnostic.CUT);
    }

    @ParameterizedTest
    @EnumSource(LivenessMode.class)
    void captureGivenUpNeverSucceeds(LivenessMode mode) {
        LivenessCapture capture =
                mode == LivenessMode.ACTIVE ? capture(mode, TargetPosition.L) : capture(mode);
        LivenessVerdict verdict = new Film(still.frames().subList(0, A_SECOND)).shownTo(capture);
        assertThat(capture.isComplete()).isFalse();
        assertThat(verdict.outcome()).isNotEqualTo(Outcome.SUCCESS);
    }

    @Test
    void sameFilmGetsTheSameVerdict() {
        LivenessVerdict first = still.shownTo(capture(LivenessMode.PASSIVE));
        LivenessVerdict second = still.shownTo(capture(LivenessMode.PASSIVE));
        assertThat(second.signs()).isEqualTo(first.signs());
        assertThat(second.score()).isEqualTo(first.score());
    }
}
