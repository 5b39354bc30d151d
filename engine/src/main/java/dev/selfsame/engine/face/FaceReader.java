package dev.selfsame.engine.face;

import dev.selfsame.engine.face.FaceFinder.Candidate;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Refused;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** From a picture file to its face or faces. Safe for any number of threads. */
public final class FaceReader {

    // why: enough pixels for the detector and, in an ordinary portrait, for every network after it;
    // a 12-megapixel picture is then decoded at a quarter of its size
    private static final int OVERVIEW_LONG_SIDE = 1000;
    // why: what the encoders see is about 75 pixels between the eyes at most
    private static final double ENOUGH_INTER_EYE = 80;

    private final ImageDecoder decoder;
    private final FaceFinder finder;
    private final FaceMeasurer measurer;

    /** A reader on loaded models. */
    public FaceReader(ImageDecoder decoder, FaceModels models) {
        this.decoder = Objects.requireNonNull(decoder, "decoder");
        finder = new FaceFinder(models.detector(), models.mesh());
        measurer = new FaceMeasurer(models.encoder(), models.age());
    }

    /** Reads the one face that the picture is about. */
    public FaceOutcome read(byte[] file, FaceRequest request) {
        return switch (decoder.decode(file, OVERVIEW_LONG_SIDE)) {
            case Refused refused -> new FaceOutcome.Unreadable(refused);
            case Decoded overview -> readOverview(file, overview, request);
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
                    faces.add(measure(picture, decoded, face, request));
                }
                faces.sort(Comparator.comparingDouble(FaceReader::area).reversed());
                yield new FacesOutcome.Faces(faces, decoded.info());
            }
        };
    }

    private FaceOutcome readOverview(byte[] file, Decoded overview, FaceRequest request) {
        Pyramid picture = new Pyramid(overview.image());
        List<Candidate> candidates = finder.prominent(picture, request.rotationSearch());
        if (overview.info().reduction() > 1 && needsMorePixels(candidates)) {
            return switch (decoder.decode(file, wantedLongSide(overview, candidates))) {
                case Refused refused -> new FaceOutcome.Unreadable(refused);
                case Decoded larger -> {
                    Pyramid detailed = new Pyramid(larger.image());
                    yield choose(
                            detailed,
                            larger,
                            finder.prominent(detailed, request.rotationSearch()),
                            request);
                }
            };
        }
        return choose(picture, overview, candidates, request);
    }

    private FaceOutcome choose(
            Pyramid picture, Decoded decoded, List<Candidate> candidates, FaceRequest request) {
        if (candidates.isEmpty()) {
            return new FaceOutcome.NoFace(decoded.info());
        }
        if (request.oneFaceOnly() && candidates.size() > 1) {
            return new FaceOutcome.SeveralFaces(candidates.size(), decoded.info());
        }
        Candidate main = candidates.get(0);
        FaceReading reading = measure(picture, decoded, main, request);
        return new FaceOutcome.Found(reading, decoded.info(), main.rotationDegrees());
    }

    /** The mesh of the face that the picture is most likely about. */
    Optional<MeshFit> mostProminent(Pyramid picture) {
        return finder.prominent(picture, false).stream().map(Candidate::fit).findFirst();
    }

    private static boolean needsMorePixels(List<Candidate> candidates) {
        return candidates.isEmpty()
                || candidates.get(0).fit().eyes().interEyePixels() < ENOUGH_INTER_EYE;
    }

    private static int wantedLongSide(Decoded overview, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Integer.MAX_VALUE;
        }
        double interEye = candidates.get(0).fit().eyes().interEyePixels();
        return (int) (overview.image().longSide() * ENOUGH_INTER_EYE / interEye);
    }

    private FaceReading measure(
            Pyramid picture, Decoded decoded, Candidate face, FaceRequest request) {
        return measurer.measure(
                picture, decoded.info(), face.face(), face.fit(), request.withAge());
    }

    private static double area(FaceReading face) {
        return face.box().width() * face.box().height();
    }
}
