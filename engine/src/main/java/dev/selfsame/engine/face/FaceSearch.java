package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.Pyramid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where to look for faces. The detector finds faces down to about a tenth of what it sees, so small
 * ones need smaller windows: the whole picture first, then tiles of half the size, and so on.
 */
final class FaceSearch {

    // why: a face that fills the picture to its edges is larger than what the detector learnt on; a
    // black margin around the picture makes it fit
    private static final double[] SIZES = {1, 1.6, 1 / 2.0, 1 / 4.0};
    // why: a face that a tile cuts is whole in the next tile or large enough for the next larger
    // one
    private static final double TILE_OVERLAP = 0.3;
    private static final double MOSTLY_INSIDE = 0.5;
    private static final double LARGE_ENOUGH = 64;
    private static final double CLOSE_BY = 4;
    private static final double SAME_PLACE = 0.5;
    private static final int SMALLEST_TILE = 300;
    // why: a tenth of half the smallest tile, which is the least that the detector sees
    private static final int SMALLEST_FACE = 15;
    // why: it bounds the work that one picture can ask for; 12 megapixels need about 500
    static final int MOST_TILES = 800;
    private static final int[] TURNS = {0, 90, 180, 270};
    private static final int[] UPRIGHT = {0};

    private final FaceDetector detector;
    private final double leastConfidence;

    FaceSearch(FaceDetector detector, double leastConfidence) {
        this.detector = detector;
        this.leastConfidence = leastConfidence;
    }

    /**
     * Faces of one tiling after the other, down to tiles of a quarter of the picture; a tiling is
     * looked at when it is asked for. With a rotation search the same face can be reported once for
     * each way the picture was turned.
     */
    Stream<List<Detection>> rungs(Pyramid picture, boolean rotationSearch) {
        int longSide = picture.image().longSide();
        return Arrays.stream(SIZES)
                .filter(size -> size >= 1 || size * longSide >= SMALLEST_TILE / 2.0)
                .mapToObj(
                        size -> turned(picture, size * longSide, rotationSearch ? TURNS : UPRIGHT));
    }

    /**
     * Every face of every tiling down to the smallest tile, as long as all those tiles are at most
     * {@value #MOST_TILES}: the tenth of a tile that the detector sees is then 15 pixels in a
     * picture of 12 megapixels and 44 in one of 50.
     */
    List<Detection> all(Pyramid picture, boolean rotationSearch) {
        int longSide = picture.image().longSide();
        int[] turns = rotationSearch ? TURNS : UPRIGHT;
        List<Double> sides = tilings(picture.image().width(), picture.image().height());
        if (sides.isEmpty()) {
            return List.of();
        }
        List<Detection> found = new ArrayList<>(turned(picture, 1.6 * longSide, turns));
        for (double side : sides) {
            found.addAll(turned(picture, side, turns));
        }
        List<Detection> seenTwice = new ArrayList<>();
        for (Detection face : turns.length == 1 ? distinct(found) : found) {
            seenTwice.addAll(secondLook(picture, face));
        }
        return seenTwice;
    }

    /**
     * A face so small that a coarse tile showed little of it is looked at again from close by,
     * where a gap between two faces no longer looks like a third. Empty if it is gone.
     */
    private List<Detection> secondLook(Pyramid picture, Detection face) {
        if (face.size() >= LARGE_ENOUGH) {
            return List.of(face);
        }
        double side = CLOSE_BY * face.size();
        double degrees = Math.toDegrees(-face.rollRadians());
        return detect(picture, face.x(), face.y(), side, degrees).stream()
                .filter(again -> again.overlap(face) > SAME_PLACE)
                .toList();
    }

    private List<Detection> turned(Pyramid picture, double side, int[] turns) {
        List<Detection> found = new ArrayList<>();
        for (int turn : turns) {
            found.addAll(distinct(tiled(picture, side, turn)));
        }
        return found;
    }

    /** Keeps the most confident of overlapping faces (greedy non-maximum suppression). */
    static List<Detection> distinct(List<Detection> all) {
        List<Detection> kept = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
                .forEach(
                        hit -> {
                            if (kept.stream().noneMatch(k -> same(k, hit))) {
                                kept.add(hit);
                            }
                        });
        return kept;
    }

    static boolean same(Detection kept, Detection other) {
        // why: an eye and a nose taken for a face lie inside the true one and are much smaller
        return kept.overlap(other) > FaceDetector.SAME_FACE_OVERLAP
                || kept.shareInside(other) > MOSTLY_INSIDE
                || other.shareInside(kept) > MOSTLY_INSIDE;
    }

    private List<Detection> tiled(Pyramid picture, double side, int turn) {
        Image image = picture.image();
        int across = tilesAlong(image.width(), side);
        int down = tilesAlong(image.height(), side);
        List<Detection> found = new ArrayList<>();
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double x = centre(image.width(), side, column, across);
                double y = centre(image.height(), side, row, down);
                found.addAll(detect(picture, x, y, side, turn));
            }
        }
        return found;
    }

    private List<Detection> detect(
            Pyramid picture, double x, double y, double side, double degrees) {
        return detector.detect(
                picture,
                Affine.scaleThenMove(1, -0.5, -0.5)
                        .then(turn(degrees, side))
                        .then(Affine.scaleThenMove(1, x, y)),
                leastConfidence);
    }

    /** What is upright in a picture turned clockwise lies turned back in the picture as it is. */
    private static Affine turn(double degrees, double side) {
        double radians = Math.toRadians(-degrees);
        double cos = Math.cos(radians) * side;
        double sin = Math.sin(radians) * side;
        return new Affine(cos, -sin, 0, sin, cos, 0);
    }

    /** Sides of the tiles to look at, from the whole picture down; none where no face has room. */
    static List<Double> tilings(int width, int height) {
        List<Double> sides = new ArrayList<>();
        if (Math.min(width, height) < SMALLEST_FACE) {
            return sides;
        }
        double side = Math.max(width, height);
        int tiles = 0;
        do {
            sides.add(side);
            tiles += tiles(width, height, side);
            side /= 2;
        } while (side >= SMALLEST_TILE / 2.0 && tiles + tiles(width, height, side) <= MOST_TILES);
        return sides;
    }

    static int tiles(int width, int height, double side) {
        return tilesAlong(width, side) * tilesAlong(height, side);
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
