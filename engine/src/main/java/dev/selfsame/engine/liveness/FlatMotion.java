package dev.selfsame.engine.liveness;

import java.util.List;

/**
 * Whether the points of the face move as those of a plane do. Between two frames the points of a
 * flat picture follow one plane homography (R. Hartley and A. Zisserman, "Multiple View Geometry in
 * Computer Vision", 2nd edition, 13.1); a head turns, comes nearer and changes its expression.
 */
final class FlatMotion implements Check {

    private static final String NAME = "flat-motion";
    private static final int LOOKS = 8;
    // why: in distances of the eyes; half of it is the mesh network's own unrest
    private static final double FLAT = 0.022;
    private static final double STEEPNESS = 3;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<KeptFrame> frames = evidence.spread(LOOKS);
        if (frames.size() < 3) {
            return List.of();
        }
        Sighting first = frames.get(0).sighting();
        double most = 0;
        for (KeptFrame frame : frames.subList(1, frames.size())) {
            most = Math.max(most, PlaneFit.residual(first, frame.sighting()));
        }
        double logit = STEEPNESS * Math.log(FLAT / Math.max(1e-4, most));
        return List.of(Finding.of(NAME, logit, Diagnostic.FLAT));
    }
}
