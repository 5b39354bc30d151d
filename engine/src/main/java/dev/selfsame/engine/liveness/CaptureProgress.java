package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;

import org.jspecify.annotations.Nullable;

/**
 * What is known after one frame.
 *
 * @param phase how far the capture has come
 * @param position what the user should do
 * @param faceWidth width of the face as a part of the frame's, 0..1; 0 = no face
 * @param faceHeight height of the face as a part of the frame's, 0..1; 0 = no face
 * @param tooFar whether the face is smaller than wanted now
 * @param tooClose whether the face is larger than wanted now
 * @param circle {@code PASSIVE_VIDEO} alone: the circle to fill
 * @param active {@code ACTIVE} alone: the targets
 * @param box the face in pixels of the upright frame, null without a face
 * @param problem why the frame was not used, null where it was
 */
public record CaptureProgress(
        CapturePhase phase,
        PositionInfo position,
        double faceWidth,
        double faceHeight,
        boolean tooFar,
        boolean tooClose,
        @Nullable CircleTarget circle,
        @Nullable ActiveTargets active,
        @Nullable FaceBox box,
        @Nullable FrameProblem problem) {}
