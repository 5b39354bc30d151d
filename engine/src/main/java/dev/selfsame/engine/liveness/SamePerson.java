package dev.selfsame.engine.liveness;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceFollower;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.template.FaceTemplate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/** Whether the face is that of one person from the first frame to the last. */
final class SamePerson implements Check {

    private static final String NAME = "same-person";
    private static final int LOOKS = 3;

    // why: frames of one person within seconds are at 1e-11 and below, turned heads too; people
    // who look alike come down to 1e-4
    private static final double MOST_FMR = 1e-5;
    private static final double MOST_FMR_TURNED = 1e-4;

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
        for (KeptFrame frame : straightest(evidence.frames())) {
            if (reader.read(frame.jpeg()) instanceof FrameReading.Opened(Pyramid p, var _)) {
                templates.add(follower.template(p, frame.sighting().face()));
            }
        }
        double most = evidence.task().mode() == LivenessMode.ACTIVE ? MOST_FMR_TURNED : MOST_FMR;
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
                        worst > most,
                        Diagnostic.DIFFERENT_PEOPLE));
    }

    /** Of each third of the time the frame in which the head is turned least. */
    private static List<KeptFrame> straightest(List<KeptFrame> frames) {
        List<KeptFrame> chosen = new ArrayList<>();
        for (int part = 0; part < LOOKS; part++) {
            int from = part * frames.size() / LOOKS;
            int to = (part + 1) * frames.size() / LOOKS;
            frames.subList(from, to).stream()
                    .min(Comparator.comparingDouble(BestPicture::turned))
                    .ifPresent(chosen::add);
        }
        return chosen;
    }
}
