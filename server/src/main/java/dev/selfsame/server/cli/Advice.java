package dev.selfsame.server.cli;

import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.server.picture.Remedy;

/** What to do about a picture that cannot be used. */
final class Advice {

    private Advice() {}

    static UnusableInputException about(PictureFile picture, FaceOutcome.NoFace outcome) {
        return unusable(
                picture,
                "no face found in %dx%d pixels; send a sharp picture of the whole face, or try --rotate"
                        .formatted(outcome.info().fileWidth(), outcome.info().fileHeight()));
    }

    static UnusableInputException about(PictureFile picture, FaceOutcome.SeveralFaces outcome) {
        return unusable(picture, outcome.count() + " faces; crop the picture to one person");
    }

    static UnusableInputException about(PictureFile picture, FingerOutcome.NoMinutiae outcome) {
        return unusable(
                picture,
                "no fingerprint found (%d minutiae); send one finger, dark ridges on light ground, and its resolution with --dpi"
                        .formatted(outcome.minutiae()));
    }

    static UnusableInputException about(PictureFile picture, DecodeResult.Refused refusal) {
        return unusable(picture, refusal.detail() + "; " + Remedy.against(refusal.reason()));
    }

    private static UnusableInputException unusable(PictureFile picture, String why) {
        return new UnusableInputException(picture.name() + ": " + why);
    }
}
