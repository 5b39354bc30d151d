package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.Pyramid;
import java.util.ArrayList;
import java.util.List;

/**
 * Where to look for faces. The detector finds faces down to about a tenth of what it sees, so small
 * ones need smaller windows: the whole picture first, then tiles of half the size, and so on.
 */
final class FaceSearch {

    /** A face found with the picture turned by that many degrees clockwise. */
    record Hit(Detection face, int rotationDegrees) {}

    // why: a face that a tile cuts is whole in the next tile or large enough for the next larger one
    private static final double TILE_OVERLAP = 0.3;
    private static final int SMALLEST_TILE = 300;
    private static final int[] TURNS = {0, 90, 180, 270};

    private final FaceDetector detector;

    FaceSearch(FaceDetector detector) {
        this.detector = detector;
    }

    /** Faces of the coarsest tiling that shows any; tiles down to a quarter of the picture. */
    List<Hit> prominent(Pyramid picture, boolean rotationSearch) {
        for (int parts = 1; parts <= 4; parts *= 2) {
            List<Hit> found = new ArrayList<>();
            for (int turn : rotationSearch ? TURNS : new int[] {0}) {
                for (Detection face : tiled(picture, parts, turn)) {
                    found.add(new Hit(face, turn));
                }
            }
            if (!found.isEmpty() || tile(picture.image(), 2 * parts) < SMALLEST_TILE) {
                return found;
            }
        }
        return List.of();
    }

    /** Every face of every tiling down to the smallest tile. */
    List<Hit> all(Pyramid picture) {
        List<Detection> found = new ArrayList<>();
        for (int parts = 1; parts == 1 || tile(picture.image(), parts) >= SMALLEST_TILE / 2.0;
                parts *= 2) {
            found.addAll(tiled(picture, parts, 0));
        }
        return FaceDetector.distinct(found).stream().map(face -> new Hit(face, 0)).toList();
    }

    private List<Detection> tiled(Pyramid picture, int parts, int turn) {
        Image image = picture.image();
        double side = tile(image, parts);
        int across = tilesAlong(image.width(), side);
        int down = tilesAlong(image.height(), side);
        List<Detection> found = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double x = centre(image.width(), side, column, across);
                double y = centre(image.height(), side, row, down);
                found.addAll(
                        detector.detect(
                                picture,
                                Affine.scaleThenMove(1, -0.5, -0.5)
                                        .then(turned(turn, side))
                                        .then(Affine.scaleThenMove(1, x, y))));
            }
        }
        return parts == 1 ? found : FaceDetector.distinct(found);
    }

    /** What is upright in a picture turned clockwise lies turned back in the picture as it is. */
    private static Affine turned(int degrees, double side) {
        double radians = Math.toRadians(-degrees);
        double cos = Math.cos(radians) * side;
        double sin = Math.sin(radians) * side;
        return new Affine(cos, -sin, 0, sin, cos, 0);
    }

    private static double tile(Image image, int parts) {
        return (double) image.longSide() / parts;
    }

    private static int tilesAlong(int length, double side) {
        double step = side * (1 - TILE_OVERLAP);
        return length <= side ? 1 : 1 + (int) Math.ceil((length - side) / step);
    }

    private static double centre(int length, double side, int index, int count) {
        return count == 1
                ? (length - 1) / 2.0
                : side / 2 - 0.5 + index * (length - side) / (count - 1);
    }
}
