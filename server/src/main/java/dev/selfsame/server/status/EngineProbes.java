package dev.selfsame.server.status;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.liveness.FrameProblem;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.LivenessTask;
import dev.selfsame.engine.liveness.SecurityLevel;

import java.util.List;

/**
 * Tries the engine out with a small picture of nobody: decoders, networks and the extractor of
 * minutiae run as for a request. That they run is what is asked; what they find is of no matter.
 */
final class EngineProbes {

    private static final LivenessTask TASK =
            new LivenessTask(LivenessMode.PASSIVE, SecurityLevel.LOW, List.of());
    private static final int JPEG_QUALITY = 90;

    private EngineProbes() {}

    static List<Probe> of(Engine engine) {
        byte[] picture = TestPicture.bmp();
        return List.of(
                new Probe(Part.FACES, true, () -> readFace(engine, picture)),
                new Probe(Part.FINGERS, true, () -> readFinger(engine, picture)),
                new Probe(Part.LIVENESS, true, () -> capture(engine, picture)));
    }

    private static void readFace(Engine engine, byte[] picture) {
        if (engine.readFace(picture, FaceRequest.PLAIN) instanceof FaceOutcome.Unreadable why) {
            throw new IllegalStateException("the picture is not read: " + why.refusal());
        }
    }

    private static void readFinger(Engine engine, byte[] picture) {
        if (engine.readFinger(picture, FingerRequest.PLAIN)
                instanceof FingerOutcome.Unreadable why) {
            throw new IllegalStateException("the picture is not read: " + why.refusal());
        }
    }

    private static void capture(Engine engine, byte[] picture) {
        byte[] jpeg = engine.toJpeg(picture, JPEG_QUALITY).orElseThrow();
        FrameProblem problem = engine.startLiveness(TASK).accept(0, jpeg).problem();
        if (problem != null) {
            throw new IllegalStateException("the frame is not taken: " + problem);
        }
    }
}
