package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Faces that both the detector and the mesh network believe in. Safe for any number of threads. */
final class FaceFinder {

    /** A confirmed face, in the pixels of the decoded picture. */
    record Candidate(Detection face, MeshFit fit) {

        /** Belief of both networks; low where the mesh was fitted the wrong way up. */
        double confidence() {
            return face.confidence() * fit.faceness();
        }

        /**
         * Whether the boxes or the fitted eyes coincide; a box between two faces is drawn to the
         * eyes of one of them.
         */
        boolean isSameFaceAs(Candidate other) {
            Eyes mine = fit.eyes();
            Eyes theirs = other.fit.eyes();
            double apart =
                    Math.hypot(
                            mine.x1() + mine.x2() - theirs.x1() - theirs.x2(),
                            mine.y1() + mine.y2() - theirs.y1() - theirs.y2());
            return FaceSearch.same(face, other.face)
                    || apart < Math.max(mine.interEyePixels(), theirs.interEyePixels());
        }

        /** Clockwise turn 0, 90, 180 or 270 that brings the face upright. */
        int rotationDegrees() {
            double roll = HeadPoseEstimator.of(fit).rollDegrees();
            return Math.floorMod(-90 * Math.round(roll / 90), 360);
        }
    }

    private static final double LEAST_FACENESS = 0.5;
    // why: the second portrait of an identity document is about half as large as the first
    private static final double RIVAL_SIZE = 0.6;

    private final FaceSearch search;
    private final FaceMesh mesh;

    FaceFinder(FaceDetector detector, FaceMesh mesh) {
        search = new FaceSearch(detector);
        this.mesh = mesh;
    }

    /** The most prominent face first, then those of similar size that could be meant instead. */
    List<Candidate> prominent(Pyramid picture, boolean rotationSearch) {
        List<Detection> found = search.prominent(picture, rotationSearch);
        double largest = found.stream().mapToDouble(Detection::size).max().orElse(0);
        List<Candidate> confirmed =
                confirmed(
                        picture,
                        found.stream().filter(f -> f.size() >= RIVAL_SIZE * largest).toList());
        if (confirmed.isEmpty()) {
            confirmed = confirmed(picture, found);
        }
        confirmed.sort(
                Comparator.comparingDouble(
                                (Candidate c) -> Prominence.of(c.face(), picture.image()))
                        .reversed());
        return confirmed;
    }

    /** Every face. */
    List<Candidate> all(Pyramid picture, boolean rotationSearch) {
        return confirmed(picture, search.all(picture, rotationSearch));
    }

    private List<Candidate> confirmed(Pyramid picture, List<Detection> found) {
        List<Candidate> fitted = new ArrayList<>();
        for (Detection face : found) {
            MeshFit fit = mesh.fit(picture, face);
            if (fit.faceness() >= LEAST_FACENESS) {
                fitted.add(new Candidate(face, fit));
            }
        }
        fitted.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : fitted) {
            if (kept.stream().noneMatch(k -> k.isSameFaceAs(candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
