package dev.selfsame.server.status;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerRequest;
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
        return List.of(
                new Probe(
                        Part.FACES,
                        true,
                        () -> engine.readFace(TestPicture.bmp(), FaceRequest.PLAIN)),
                new Probe(
                        Part.FINGERS,
                        true,
                        () -> engine.readFinger(TestPicture.bmp(), FingerRequest.PLAIN)),
                new Probe(
                        Part.LIVENESS,
                        true,
                        () ->
                                engine.startLiveness(TASK)
                                        .accept(
                                                0,
                                                engine.toJpeg(TestPicture.bmp(), JPEG_QUALITY)
                                                        .orElseThrow())));
    }
}
