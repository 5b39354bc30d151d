package dev.selfsame.engine.face;

import dev.selfsame.engine.face.FaceFinder.Candidate;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.List;
import java.util.Objects;

/**
 * From a picture file to where its face is, with pixels enough for what comes next; nothing is
 * encoded. Safe for any number of threads.
 */
public final class FaceLocator {

    // why: enough pixels for the detector and, in an ordinary portrait, for every network after it;
    // a 12-megapixel picture is then decoded at a quarter of its size
    private static final int OVERVIEW_LONG_SIDE = 1000;

    private final ImageDecoder decoder;
    private final FaceFinder finder;
    private final FaceMesh mesh;

    /** A picture with the faces that it could be about, or the reason why there is none. */
    sealed interface Look {}

    /** Faces in pixels of the picture, the most prominent first; may be none. */
    record Sight(Pyramid picture, ImageInfo info, List<Candidate> candidates) implements Look {}

    /** No picture. */
    record Blind(Refused refusal) implements Look {}

    /** A locator on loaded models. */
    public FaceLocator(ImageDecoder decoder, FaceModels models) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        finder = new FaceFinder(models.detector(), models.mesh());
        mesh = models.mesh();
    }

    /**
     * Locates the one face of a picture, also one lying on its side or upside down.
     *
     * @param wantedInterEyePixels a large picture is decoded at the smallest size with so many
     *     pixels between the eyes
     */
    public FaceLocation locate(byte[] file, double wantedInterEyePixels) {
        return switch (look(file, wantedInterEyePixels, true)) {
            case Blind blind -> new FaceLocation.Unreadable(blind.refusal());
            case Sight sight when sight.candidates().isEmpty() ->
                    new FaceLocation.NoFace(sight.info());
            case Sight sight when sight.candidates().size() > 1 ->
                    new FaceLocation.SeveralFaces(sight.candidates().size(), sight.info());
            case Sight sight -> {
                Candidate found = sight.candidates().get(0);
                MeshFit fit = mesh.steadied(sight.picture(), found.fit());
                yield new FaceLocation.Found(
                        sight.picture(), located(new Candidate(found.face(), fit)), sight.info());
            }
        };
    }

    /**
     * The upright faces, down to about a twentieth of the picture's longer side, in pixels of the
     * picture, the most prominent first; smaller ones only where there is none of that size.
     */
    public List<LocatedFace> noticeable(Pyramid picture) {
        return finder.noticeable(picture).stream().map(FaceLocator::located).toList();
    }

    /**
     * Everything that is a face or might be one, at any turn and down to about 15 pixels, in pixels
     * of the picture, the most credible first. The same face can be there several times.
     */
    public List<LocatedFace> suspected(Pyramid picture) {
        return finder.suspected(picture).stream().map(FaceLocator::located).toList();
    }

    Look look(byte[] file, double wantedInterEyePixels, boolean rotationSearch) {
        return switch (decoder.decode(file, OVERVIEW_LONG_SIDE)) {
            case Refused refused -> new Blind(refused);
            case Decoded overview -> {
                Sight sight = look(overview, rotationSearch);
                yield overview.info().reduction() > 1 && needsMore(sight, wantedInterEyePixels)
                        ? lookCloser(file, sight, wantedInterEyePixels, rotationSearch)
                        : sight;
            }
        };
    }

    private Look lookCloser(byte[] file, Sight overview, double wanted, boolean rotationSearch) {
        return switch (decoder.decode(file, wantedLongSide(overview, wanted))) {
            case Refused refused -> new Blind(refused);
            case Decoded larger -> look(larger, rotationSearch);
        };
    }

    private Sight look(Decoded decoded, boolean rotationSearch) {
        Pyramid picture = new Pyramid(decoded.image());
        return new Sight(picture, decoded.info(), finder.prominent(picture, rotationSearch));
    }

    private static boolean needsMore(Sight sight, double wantedInterEyePixels) {
        return sight.candidates().isEmpty() || interEyePixels(sight) < wantedInterEyePixels;
    }

    private static int wantedLongSide(Sight sight, double wantedInterEyePixels) {
        return sight.candidates().isEmpty()
                ? Integer.MAX_VALUE
                : (int)
                        (sight.picture().image().longSide()
                                * wantedInterEyePixels
                                / interEyePixels(sight));
    }

    private static double interEyePixels(Sight sight) {
        return sight.candidates().get(0).fit().eyes().interEyePixels();
    }

    private static LocatedFace located(Candidate face) {
        return located(face.face(), face.fit());
    }

    static LocatedFace located(Detection face, MeshFit fit) {
        return new LocatedFace(
                face.box(),
                fit.eyes(),
                fit.points(),
                fit.faceness(),
                HeadPoseEstimator.of(fit),
                fit.openness());
    }
}
