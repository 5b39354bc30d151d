package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    // why: down to tiles of half the picture; a bystander half as large again is a twentieth of it
    private static final int NOTICED_RUNGS = 3;

    // why: what might be a face is looked for where a face missed does more harm than one too many
    private static final double SUSPICIOUS_CONFIDENCE = 0.3;
    private static final double SUSPICIOUS_FACENESS = 0.1;
    // why: elbows and folds reach 0.75, so this is left to profiles, which the mesh does not know
    private static final double SURE_WITHOUT_MESH = 0.8;

    private final FaceSearch search;
    private final FaceSearch wideSearch;
    private final FaceMesh mesh;

    FaceFinder(FaceDetector detector, FaceMesh mesh) {
        search = new FaceSearch(detector, FaceDetector.LEAST_CONFIDENCE);
        wideSearch = new FaceSearch(detector, SUSPICIOUS_CONFIDENCE);
        this.mesh = mesh;
    }

    /** The most prominent face first, then those of similar size that could be meant instead. */
    List<Candidate> prominent(Pyramid picture, boolean rotationSearch) {
        return search.rungs(picture, rotationSearch)
                .map(found -> rivals(picture, found))
                .filter(rivals -> !rivals.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The largest confirmed face and those that are not much smaller, the most prominent first. */
    private List<Candidate> rivals(Pyramid picture, List<Detection> found) {
        List<Candidate> fitted = new ArrayList<>();
        double least = 0;
        for (Detection face : largestFirst(found)) {
            if (face.size() < least) {
                break;
            }
            Optional<Candidate> confirmed = confirmed(picture, face);
            if (confirmed.isPresent()) {
                fitted.add(confirmed.get());
                least = Math.max(least, RIVAL_SIZE * face.size());
            }
        }
        List<Candidate> rivals = distinct(fitted);
        rivals.sort(
                Comparator.comparingDouble(
                                (Candidate c) -> Prominence.of(c.face(), picture.image()))
                        .reversed());
        return rivals;
    }

    private static List<Detection> largestFirst(List<Detection> found) {
        return found.stream()
                .sorted(Comparator.comparingDouble(Detection::size).reversed())
                .toList();
    }

    /** Every face. */
    List<Candidate> all(Pyramid picture, boolean rotationSearch) {
        return distinct(
                search.all(picture, rotationSearch).stream()
                        .flatMap(face -> confirmed(picture, face).stream())
                        .toList());
    }

    /**
     * Every face at any turn and all that might be one, the most credible first; the same face
     * several times where it was found in several ways.
     */
    List<Candidate> suspected(Pyramid picture) {
        return wideSearch.all(picture, true).stream()
                .map(face -> new Candidate(face, mesh.fit(picture, face)))
                .filter(
                        c ->
                                c.face().confidence() >= SURE_WITHOUT_MESH
                                        || c.fit().faceness() >= SUSPICIOUS_FACENESS)
                .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                .toList();
    }

    /**
     * Every face of the whole picture and of tiles of half its size, the most prominent first; of
     * smaller tiles only where those show none.
     */
    List<Candidate> noticeable(Pyramid picture) {
        List<Detection> found =
                search.rungs(picture, false).limit(NOTICED_RUNGS).flatMap(List::stream).toList();
        List<Candidate> faces =
                new ArrayList<>(
                        distinct(
                                FaceSearch.distinct(found).stream()
                                        .flatMap(face -> confirmed(picture, face).stream())
                                        .toList()));
        if (faces.isEmpty()) {
            return prominent(picture, false);
        }
        faces.sort(
                Comparator.comparingDouble(
                                (Candidate c) -> Prominence.of(c.face(), picture.image()))
                        .reversed());
        return faces;
    }

    private Optional<Candidate> confirmed(Pyramid picture, Detection face) {
        MeshFit fit = mesh.fit(picture, face);
        return fit.faceness() < LEAST_FACENESS
                ? Optional.empty()
                : Optional.of(new Candidate(face, fit));
    }

    /** Keeps the most confident of those that are the same face. */
    static List<Candidate> distinct(List<Candidate> fitted) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate :
                fitted.stream()
                        .sorted(Comparator.comparingDouble(Candidate::confidence).reversed())
                        .toList()) {
            if (kept.stream().noneMatch(k -> k.isSameFaceAs(candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }
}
