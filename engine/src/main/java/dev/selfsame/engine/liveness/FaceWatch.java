package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceFollower;
import dev.selfsame.engine.face.TrackedFace;
import dev.selfsame.engine.imaging.Pyramid;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** The faces of a frame that could be meant. Safe for any number of threads. */
final class FaceWatch {

    // why: who walks by in the background is smaller; a second user or a photo held up is not
    private static final double RIVAL_SIZE = 0.5;

    private final FaceFollower follower;

    FaceWatch(FaceFollower follower) {
        this.follower = follower;
    }

    /**
     * One face in an ordinary frame.
     *
     * @param before the face of the frame before, null where there was none
     * @param searching whether to look for other faces as well
     */
    List<TrackedFace> faces(Pyramid picture, @Nullable Sighting before, boolean searching) {
        if (before != null && !searching) {
            Optional<TrackedFace> same = follower.follow(picture, before.face());
            if (same.isPresent()) {
                return List.of(same.get());
            }
        }
        List<TrackedFace> found = follower.find(picture);
        if (found.isEmpty() && before != null) {
            // why: the detector loses faces that are turned far sooner than the mesh does
            return follower.follow(picture, before.face()).map(List::of).orElse(List.of());
        }
        return found.stream().filter(face -> rivals(face, found.get(0))).toList();
    }

    private static boolean rivals(TrackedFace face, TrackedFace largest) {
        return face.face().box().width() >= RIVAL_SIZE * largest.face().box().width();
    }
}
