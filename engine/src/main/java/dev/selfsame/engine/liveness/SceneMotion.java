package dev.selfsame.engine.liveness;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether what is beside the head moves with it as if both were on one sheet. A print or screen
 * that is moved takes its own background along; behind a living head the room stays where it is, or
 * moves by less because it is farther away. The value is the share of points beside the head that
 * move with the face; nothing is said where the face hardly moves.
 */
final class SceneMotion implements Check {

    static final String NAME = "scene-motion";
    private static final int LOOKS = 7;
    private static final int MOST_LAG = 3;
    private static final int LEAST_POINTS = 8;

    /** Of the face's half width and height, where the points are looked for. */
    private static final double[] RINGS = {1.35, 1.6, 1.9};

    private static final int POINTS_A_RING = 24;

    // why: the neck and long hair move with the head
    private static final double LOWEST = 0.5;
    private static final double LEAST_PIXELS_APART = 1.5;

    // why: hair and shoulders, which come nearer with the face, then fill the ring
    private static final double MOST_GROWTH = 0.12;

    @Override
    public List<Finding> examine(Evidence evidence) {
        List<KeptFrame> frames = evidence.spread(LOOKS);
        List<Double> shares = new ArrayList<>();
        for (int lag = 1; lag <= MOST_LAG; lag++) {
            for (int i = 0; i + lag < frames.size(); i++) {
                double share = share(frames.get(i).sighting(), frames.get(i + lag).sighting());
                if (!Double.isNaN(share)) {
                    shares.add(share);
                }
            }
        }
        return shares.size() < 2
                ? List.of()
                : List.of(Finding.of(NAME, Median.of(shares), Diagnostic.FLAT));
    }

    /** NaN where too few points can be told apart. */
    static double share(Sighting from, Sighting to) {
        Affine face = Similarity.fit(points(from), points(to));
        if (Math.abs(face.scale() - 1) > MOST_GROWTH) {
            return Double.NaN;
        }
        PointTracker tracker = new PointTracker(from.plane(), to.plane(), face);
        int together = 0;
        int apart = 0;
        double x0 = from.plane().x(from.box().x() + from.box().width() / 2);
        double y0 = from.plane().y(from.box().y() + from.box().height() / 2);
        double across = from.box().width() / 2 / from.plane().step();
        double down = from.box().height() / 2 / from.plane().step();
        for (double ring : RINGS) {
            for (int i = 0; i < POINTS_A_RING; i++) {
                double angle = 2 * Math.PI * i / POINTS_A_RING;
                if (Math.sin(angle) > LOWEST) {
                    continue;
                }
                double x = x0 + ring * across * Math.cos(angle);
                double y = y0 + ring * down * Math.sin(angle);
                double withX = face.x(x, y);
                double withY = face.y(x, y);
                if (Math.hypot(withX - x, withY - y) < LEAST_PIXELS_APART) {
                    continue;
                }
                if (tracker.follow(x, y, withX, withY)
                        && Math.hypot(tracker.foundX() - withX, tracker.foundY() - withY)
                                < Math.hypot(tracker.foundX() - x, tracker.foundY() - y) / 2) {
                    together++;
                } else if (tracker.follow(x, y, x, y)) {
                    apart++;
                }
            }
        }
        return together + apart < LEAST_POINTS
                ? Double.NaN
                : (double) together / (together + apart);
    }

    private static double[] points(Sighting sighting) {
        float[] mesh = sighting.face().face().mesh();
        double[] all = new double[mesh.length];
        for (int i = 0; i < all.length; i += 2) {
            all[i] = sighting.plane().x(mesh[i]);
            all[i + 1] = sighting.plane().y(mesh[i + 1]);
        }
        return all;
    }
}
