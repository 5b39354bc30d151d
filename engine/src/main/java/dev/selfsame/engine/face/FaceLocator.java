package dev.selfsame.engine.face;

import dev.selfsame.engine.face.FaceFinder.Candidate;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.List;

/**
 * Where the faces of a picture are, without encoding them. Safe for any number of threads as long
 * as the models stay open.
 */
public final class FaceLocator {

    private final FaceFinder finder;

    /** Looks with loaded models. */
    public FaceLocator(FaceModels models) {
        finder = new FaceFinder(models.detector(), models.mesh());
    }

    /**
     * The upright faces, down to about a twentieth of the picture's longer side, the most prominent
     * first; smaller ones only where there is none of that size. Empty where there is none.
     */
    public List<LocatedFace> locate(Pyramid picture) {
        return finder.noticeable(picture).stream().map(FaceLocator::located).toList();
    }

    private static LocatedFace located(Candidate candidate) {
        MeshFit fit = candidate.fit();
        return new LocatedFace(
                candidate.face().box(),
                fit.eyes(),
                fit.points(),
                fit.faceness(),
                HeadPoseEstimator.of(fit),
                fit.openness());
    }
}
