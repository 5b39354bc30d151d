package dev.selfsame.engine.face;

import dev.selfsame.engine.face.FaceFinder.Candidate;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageInfo;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a picture file to its face or faces. Safe for any number of threads. */
public final class FaceReader {

    // why: what the encoders see is about 75 pixels between the eyes at most
    private static final double ENOUGH_INTER_EYE = 80;

    private final ImageDecoder decoder;
    private final FaceLocator locator;
    private final FaceFinder finder;
    private final FaceMeasurer measurer;

    /** A reader on loaded models. */
    public FaceReader(ImageDecoder decoder, FaceModels models) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        locator = new FaceLocator(decoder, models);
        finder = new FaceFinder(models.detector(), models.mesh());
        measurer = new FaceMeasurer(models.encoder(), models.age());
    }

    /** Reads the one face that the picture is about. */
    public FaceOutcome read(byte[] file, FaceRequest request) {
        return switch (locator.look(file, ENOUGH_INTER_EYE, request.rotationSearch())) {
            case FaceLocator.Blind blind -> new FaceOutcome.Unreadable(blind.refusal());
            case FaceLocator.Sight sight -> choose(sight, request);
        };
    }

    /** Measures every face, largest first. */
    public FacesOutcome readAll(byte[] file, FaceRequest request) {
        return switch (decoder.decode(file)) {
            case Refused refused -> new FacesOutcome.Unreadable(refused);
            case Decoded decoded -> {
                Pyramid picture = new Pyramid(decoded.image());
                List<FaceReading> faces = new ArrayList<>();
                for (Candidate face : finder.all(picture, request.rotationSearch())) {
                    faces.add(measure(picture, decoded.info(), face, request));
                }
                faces.sort(Comparator.comparingDouble(FaceReader::area).reversed());
                yield new FacesOutcome.Faces(faces, decoded.info());
            }
        };
    }

    private FaceOutcome choose(FaceLocator.Sight sight, FaceRequest request) {
        List<Candidate> candidates = sight.candidates();
        if (candidates.isEmpty()) {
            return new FaceOutcome.NoFace(sight.info());
        }
        if (request.oneFaceOnly() && candidates.size() > 1) {
            return new FaceOutcome.SeveralFaces(candidates.size(), sight.info());
        }
        Candidate main = candidates.get(0);
        FaceReading reading = measure(sight.picture(), sight.info(), main, request);
        return new FaceOutcome.Found(reading, sight.info(), main.rotationDegrees());
    }

    /** The mesh of the face that the picture is most likely about. */
    Optional<MeshFit> mostProminent(Pyramid picture) {
        return finder.prominent(picture, false).stream().map(Candidate::fit).findFirst();
    }

    private FaceReading measure(
            Pyramid picture, ImageInfo info, Candidate face, FaceRequest request) {
        return measurer.measure(picture, info, face.face(), face.fit(), request.withAge());
    }

    private static double area(FaceReading face) {
        return face.box().width() * face.box().height();
    }
}
