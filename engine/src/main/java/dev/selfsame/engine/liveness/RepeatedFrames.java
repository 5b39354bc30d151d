package dev.selfsame.engine.liveness;

import java.util.ArrayList;
import java.util.List;

/**
 * Frames that came before: a camera's noise alone makes two frames differ. Still pictures and loops
 * fed in place of a camera repeat themselves.
 */
final class RepeatedFrames implements Check {

    private static final String NAME = "repeated-frames";

    // why: grey values; the noise of a good camera in daylight, behind JPEG, is about 0.5
    private static final double SAME = 0.12;

    // why: a slow camera or a stalled sender repeats a frame now and then, but not most of them
    private static final double MOST_SHARE = 0.34;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<GreyPlane> seen = new ArrayList<>();
        int repeated = 0;
        for (KeptFrame frame : evidence.frames()) {
            GreyPlane plane = frame.sighting().plane();
            if (seen.stream().anyMatch(old -> old.difference(plane) < SAME)) {
                repeated++;
            } else {
                seen.add(plane);
            }
        }
        if (evidence.frames().size() < 2) {
            return List.of();
        }
        double share = (double) repeated / (evidence.frames().size() - 1);
        return List.of(
                Finding.convicting(NAME, share, share > MOST_SHARE, Diagnostic.REPEATED_FRAMES));
    }
}
