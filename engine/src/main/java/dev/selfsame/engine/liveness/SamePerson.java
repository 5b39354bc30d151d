package dev.selfsame.engine.liveness;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceFollower;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Whether the face is that of one person from the first frame to the last. */
final class SamePerson implements Check {

    private static final String NAME = "same-person";
    private static final int LOOKS = 3;

    // why: two frames of one person, a second apart, are far below; a turned head is not
    private static final double MOST_FMR = 0.02;

    private final FaceFollower follower;
    private final FrameReader reader;
    private final BiFunction<FaceTemplate, FaceTemplate, Fmr> comparison;

    SamePerson(
            FaceFollower follower,
            FrameReader reader,
            BiFunction<FaceTemplate, FaceTemplate, Fmr> comparison) {
        this.follower = follower;
        this.reader = reader;
        this.comparison = comparison;
    }

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<FaceTemplate> templates = new ArrayList<>();
        for (KeptFrame frame : evidence.spread(LOOKS)) {
            if (reader.read(frame.jpeg()) instanceof FrameReading.Opened(Pyramid p, var _)) {
                templates.add(follower.template(p, frame.sighting().face()));
            }
        }
        double worst = 0;
        for (int i = 1; i < templates.size(); i++) {
            worst =
                    Math.max(
                            worst,
                            comparison.apply(templates.get(i - 1), templates.get(i)).value());
        }
        return List.of(
                Finding.convicting(
                        NAME,
                        Math.log10(Math.max(worst, 1e-17)),
                        worst > MOST_FMR,
                        Diagnostic.DIFFERENT_PEOPLE));
    }
}
