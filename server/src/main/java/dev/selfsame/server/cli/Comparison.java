package dev.selfsame.server.cli;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerReader;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.imaging.ImageLimits;

/**
 * What came of two pictures.
 *
 * @param fmr how alike
 * @param measure what the next two are: {@code quality} of a face, {@code minutiae} of a finger
 * @param first of the first picture
 * @param second of the second picture
 */
record Comparison(Fmr fmr, String measure, int first, int second) {

    /**
     * Compares faces.
     *
     * @throws UnusableInputException naming the picture that does not show one face
     */
    static Comparison ofFaces(
            Engine engine, FaceRequest request, PictureFile first, PictureFile second) {
        FaceReading one = face(engine, request, first);
        FaceReading other = face(engine, request, second);
        return new Comparison(
                engine.compare(one.template(), other.template()),
                "quality",
                one.quality().value(),
                other.quality().value());
    }

    private static FaceReading face(Engine engine, FaceRequest request, PictureFile picture) {
        return switch (engine.readFace(picture.bytes(), request)) {
            case FaceOutcome.Found found -> found.face();
            case FaceOutcome.NoFace it -> throw Advice.about(picture, it);
            case FaceOutcome.SeveralFaces it -> throw Advice.about(picture, it);
            case FaceOutcome.Unreadable it -> throw Advice.about(picture, it.refusal());
        };
    }

    /**
     * Compares fingers, without the networks that only faces need.
     *
     * @throws UnusableInputException naming the picture that does not show a fingerprint
     */
    static Comparison ofFingers(FingerRequest request, PictureFile first, PictureFile second) {
        FingerReader reader = new FingerReader(ImageLimits.DEFAULT);
        FingerOutcome.Found one = finger(reader, request, first);
        FingerOutcome.Found other = finger(reader, request, second);
        return new Comparison(
                new FingerMatcher().compare(one.template(), other.template()),
                "minutiae",
                one.minutiae(),
                other.minutiae());
    }

    private static FingerOutcome.Found finger(
            FingerReader reader, FingerRequest request, PictureFile picture) {
        return switch (reader.read(picture.bytes(), request)) {
            case FingerOutcome.Found found -> found;
            case FingerOutcome.NoMinutiae it -> throw Advice.about(picture, it);
            case FingerOutcome.Unreadable it -> throw Advice.about(picture, it.refusal());
        };
    }
}
