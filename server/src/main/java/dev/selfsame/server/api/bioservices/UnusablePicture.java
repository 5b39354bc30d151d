package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.server.picture.Remedy;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

/** Says what is wrong with a picture and what to send instead. */
final class UnusablePicture {

    private UnusablePicture() {}

    static Problem problem(String part, FaceOutcome outcome) {
        return switch (outcome) {
            case FaceOutcome.NoFace _ ->
                    unusable(
                            part
                                    + ": no face found; send a sharp picture of the whole face, or"
                                    + " try imageRotationEnabled");
            case FaceOutcome.SeveralFaces several ->
                    unusable(
                            part
                                    + ": "
                                    + several.count()
                                    + " faces found; send a picture that shows one face");
            case FaceOutcome.Unreadable(DecodeResult.Refused refusal) -> unreadable(part, refusal);
            case FaceOutcome.Found _ ->
                    throw new IllegalArgumentException(part + " shows one face and is usable");
        };
    }

    private static Problem unreadable(String part, DecodeResult.Refused refusal) {
        ProblemKind kind =
                refusal.reason() == DecodeResult.Reason.TOO_MANY_BYTES
                        ? ProblemKind.TOO_LARGE
                        : ProblemKind.UNUSABLE_PICTURE;
        return new Problem(
                kind,
                part
                        + ": not a readable picture ("
                        + refusal.detail()
                        + "); "
                        + Remedy.against(refusal.reason()));
    }

    private static Problem unusable(String message) {
        return new Problem(ProblemKind.UNUSABLE_PICTURE, message);
    }
}
