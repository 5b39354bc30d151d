package dev.selfsame.server.api.videoserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.liveness.ActiveTargets;
import dev.selfsame.engine.liveness.CaptureProgress;
import dev.selfsame.engine.liveness.CircleTarget;
import dev.selfsame.engine.liveness.TargetPosition;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a page shows the person while frames are taken.
 *
 * @param facew width of the face as a part of the frame's, 0..1; 0 where there is none
 * @param faceh its height, likewise
 */
@JsonPropertyOrder({
    "positionInfo",
    "facew",
    "faceh",
    "tooFar",
    "tooClose",
    "targetInfo",
    "livenessActive"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record TrackingInfo(
        @JsonProperty("positionInfo") String positionInfo,
        @JsonProperty("facew") double facew,
        @JsonProperty("faceh") double faceh,
        @JsonProperty("tooFar") boolean tooFar,
        @JsonProperty("tooClose") boolean tooClose,
        @JsonProperty("targetInfo") @Nullable TargetInfo targetInfo,
        @JsonProperty("livenessActive") @Nullable LivenessActive livenessActive) {

    private static final String POSITION = "TRACKER_POSITION_INFO_";

    /** A circle that the face is to fill. */
    record TargetInfo(
            @JsonProperty("targetR") double targetR, @JsonProperty("stability") double stability) {

        static TargetInfo of(CircleTarget circle) {
            return new TargetInfo(circle.targetR(), circle.stability());
        }
    }

    /** Targets that the head is to turn to. */
    @JsonPropertyOrder({
        "stillFace",
        "movingPhone",
        "targetOnHover",
        "targetChallengeIndex",
        "challengeCircles"
    })
    record LivenessActive(
            @JsonProperty("stillFace") boolean stillFace,
            @JsonProperty("movingPhone") boolean movingPhone,
            @JsonProperty("targetOnHover") boolean targetOnHover,
            @JsonProperty("targetChallengeIndex") int targetChallengeIndex,
            @JsonProperty("challengeCircles") List<Circle> challengeCircles) {

        LivenessActive {
            challengeCircles = List.copyOf(challengeCircles);
        }

        static LivenessActive of(ActiveTargets active) {
            return new LivenessActive(
                    active.stillFace(),
                    active.movingPhone(),
                    active.onHover(),
                    active.index(),
                    active.targets().stream().map(Circle::of).toList());
        }
    }

    /** One target. */
    record Circle(@JsonProperty("pos") String pos) {

        static Circle of(TargetPosition position) {
            return new Circle(position.name());
        }
    }

    static TrackingInfo of(CaptureProgress progress) {
        CircleTarget circle = progress.circle();
        ActiveTargets active = progress.active();
        return new TrackingInfo(
                POSITION + progress.position().name(),
                progress.faceWidth(),
                progress.faceHeight(),
                progress.tooFar(),
                progress.tooClose(),
                circle == null ? null : TargetInfo.of(circle),
                active == null ? null : LivenessActive.of(active));
    }
}
