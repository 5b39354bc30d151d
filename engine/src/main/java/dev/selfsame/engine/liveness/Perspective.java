package dev.selfsame.engine.liveness;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is near grows faster than what is far when the face comes nearer: the nose of a head
 * does, that of a photograph or of a picture that is enlarged does not. A head at d from the camera
 * whose parts differ by t in depth shows it by about t/d. The value is per distance of the eyes of
 * depth and for each doubling of the size: heads show 0.05 to 0.12, planes 0.00 to 0.01.
 */
final class Perspective implements Check {

    static final String NAME = "perspective";
    private static final int LOOKS = 9;
    private static final double LEAST_ZOOM = 1.25;
    private static final double MOST_ZOOM = 2.2;
    private static final int LEAST_POINTS = 50;
    private static final int LEAST_PAIRS = 3;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<KeptFrame> frames = evidence.spread(LOOKS);
        List<Double> widenings = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            for (int j = i + 1; j < frames.size(); j++) {
                Sighting from = frames.get(i).sighting();
                Sighting to = frames.get(j).sighting();
                double grown = to.size() / from.size();
                if (grown >= LEAST_ZOOM && grown <= MOST_ZOOM) {
                    PairMotion pair = PairMotion.between(from, to);
                    if (pair.points() >= LEAST_POINTS) {
                        widenings.add(pair.widening() / Math.log(grown) * Math.log(2));
                    }
                }
            }
        }
        if (widenings.size() < LEAST_PAIRS) {
            return List.of();
        }
        return List.of(Finding.of(NAME, Median.of(widenings), Diagnostic.FLAT));
    }
}
