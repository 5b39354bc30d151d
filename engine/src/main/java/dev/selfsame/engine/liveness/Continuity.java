package dev.selfsame.engine.liveness;

import java.util.Arrays;
import java.util.List;

/**
 * Whether the frames follow each other. A cut to another film changes the whole picture from one
 * frame to the next, and none of the points of the face can be followed across it.
 */
final class Continuity implements Check {

    static final String NAME = "cut";
    private static final int MAX_MILLIS_BETWEEN = 400;
    private static final int LEAST_POINTS = 40;

    // why: grey values, mean over the picture; a head that turns fast changes half as much
    private static final double LEAST_CHANGE = 12;
    private static final double TIMES_THE_USUAL = 3;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<KeptFrame> frames = evidence.frames();
        double[] changes = new double[Math.max(0, frames.size() - 1)];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = plane(frames, i).difference(plane(frames, i + 1));
        }
        if (changes.length < 3) {
            return List.of();
        }
        double usual = Median.of(Arrays.stream(changes).boxed().toList());
        int cuts = 0;
        for (int i = 0; i < changes.length; i++) {
            boolean jump = changes[i] > Math.max(LEAST_CHANGE, TIMES_THE_USUAL * usual);
            cuts += jump && isCut(frames.get(i), frames.get(i + 1)) ? 1 : 0;
        }
        return List.of(Finding.convicting(NAME, cuts, cuts > 0, Diagnostic.CUT));
    }

    private static GreyPlane plane(List<KeptFrame> frames, int index) {
        return frames.get(index).sighting().plane();
    }

    private static boolean isCut(KeptFrame from, KeptFrame to) {
        return to.millis() - from.millis() <= MAX_MILLIS_BETWEEN
                && PairMotion.between(from.sighting(), to.sighting()).points() < LEAST_POINTS;
    }
}
