package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.HeadPose;
import dev.selfsame.engine.face.LocatedFace;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/** Picks the frame that comparisons and people are served best with. */
final class BestPicture {

    private static final double OPEN = 0.25;
    private static final double MOST_TURNED_DEGREES = 25;

    private BestPicture() {}

    static @Nullable BestFrame of(List<KeptFrame> frames) {
        return frames.stream()
                .filter(frame -> turned(frame) < MOST_TURNED_DEGREES)
                .max(Comparator.comparingDouble(BestPicture::value))
                .map(
                        frame ->
                                new BestFrame(
                                        frame.jpeg(), frame.sighting().boxInFile(), frame.millis()))
                .orElse(null);
    }

    /** Straight, sharp, eyes open, mouth shut, lit evenly: each a part of one point. */
    private static double value(KeptFrame frame) {
        Sighting sighting = frame.sighting();
        LocatedFace face = sighting.face().face();
        double open = Math.min(face.openness().rightEye(), face.openness().leftEye());
        return Math.min(1, sighting.light().detail() / 8)
                - turned(frame) / 15
                + Math.min(1, open / OPEN)
                - Math.min(0.5, face.openness().mouth())
                - Math.abs(sighting.light().mean() - 125) / 125
                + 0.5 * Math.min(1, sighting.interEyePixels() * sighting.reduction() / 90);
    }

    /** Degrees off straight ahead, of all three angles together. */
    static double turned(KeptFrame frame) {
        HeadPose pose = frame.sighting().face().face().pose();
        return Math.hypot(
                Math.hypot(pose.yawDegrees(), pose.pitchDegrees()), pose.rollDegrees() / 2);
    }
}
