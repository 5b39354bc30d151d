package dev.selfsame.engine.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What is behind the head, above the shoulders and clear of the hair, in small cells.
 *
 * @param cells the cells, row by row; empty where the picture shows nothing behind the head
 * @param luma median of the cells
 * @param a median of the cells, CIE Lab
 * @param b median of the cells, CIE Lab
 */
record Backdrop(List<Cell> cells, double luma, double a, double b) {

    /**
     * A square of the background.
     *
     * @param x column of its middle on the sheet
     * @param y row of its middle
     * @param luma mean 0..255
     * @param a mean, CIE Lab
     * @param b mean, CIE Lab
     * @param texture standard deviation of the luma
     */
    record Cell(double x, double y, double luma, double a, double b, double texture) {}

    /** The zone, for distances between the eyes of 64 pixels. */
    private static final class Parameters {
        static final int CELL = 8;
        // why: heads are about 1.4 distances between the eyes wide to each side with short hair
        static final double HOOD_ACROSS = 1.45;
        static final double HOOD_UP = 2.05;
        // why: shoulders and collars begin below the mouth
        static final double LOWEST = 0.7;
        static final int LEAST_CELLS = 12;
        static final double HAIR_LUMA = 28;
        static final double HAIR_CHROMA = 12;
    }

    private static final int W = SheetGeometry.WIDTH;

    static Backdrop of(Colours colours, Region inside) {
        Region hood = Region.where(Backdrop::isHead);
        int lowest = SheetGeometry.EYES_Y + SheetGeometry.pixels(Parameters.LOWEST);
        Region zone = Region.box(0, 0, W - 1.0, lowest).and(inside).minus(hood);
        Region bare = zone.minus(hair(colours, hood.and(inside), zone));
        List<Cell> cells = cells(colours, bare);
        if (cells.size() < Parameters.LEAST_CELLS) {
            return new Backdrop(List.of(), Double.NaN, Double.NaN, Double.NaN);
        }
        return new Backdrop(
                List.copyOf(cells),
                median(cells, Cell::luma),
                median(cells, Cell::a),
                median(cells, Cell::b));
    }

    static double median(List<Cell> cells, ToDoubleFunction<Cell> value) {
        double[] sorted = cells.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static boolean isHead(int pixel) {
        double dx = SheetGeometry.column(pixel) - SheetGeometry.CENTRE_X;
        double dy = SheetGeometry.row(pixel) - SheetGeometry.EYES_Y;
        double across = dx / (Parameters.HOOD_ACROSS * SheetGeometry.INTER_EYE);
        double up = dy / (Parameters.HOOD_UP * SheetGeometry.INTER_EYE);
        return dy > 0 ? Math.abs(across) < 1 : Math.hypot(across, up) < 1;
    }

    /** Hair that reaches beyond the usual outline: coloured like the crown and joined to it. */
    private static Region hair(Colours colours, Region hood, Region zone) {
        int top = SheetGeometry.EYES_Y - SheetGeometry.pixels(1.6);
        Region crown =
                Region.box(
                        SheetGeometry.CENTRE_X - 32,
                        top,
                        SheetGeometry.CENTRE_X + 32,
                        top + SheetGeometry.pixels(0.3));
        double luma = crown.median(colours.luma());
        double a = crown.median(colours.a());
        double b = crown.median(colours.b());
        Region alike =
                zone.and(
                        i ->
                                Math.abs(colours.luma()[i] - luma) < Parameters.HAIR_LUMA
                                        && colours.chromaDistance(i, a, b)
                                                < Parameters.HAIR_CHROMA);
        // why: before a wall of the hair's colour nothing can be told apart
        if (alike.size() > 0.5 * zone.size()) {
            return Region.where(i -> false);
        }
        return Blobs.touching(alike, hood.grown(2)).grown(3);
    }

    private static List<Cell> cells(Colours colours, Region bare) {
        int side = Parameters.CELL;
        List<Cell> cells = new ArrayList<>();
        for (int y = 0; y + side <= SheetGeometry.HEIGHT; y += side) {
            for (int x = 0; x + side <= W; x += side) {
                if (isWhole(bare, x, y)) {
                    cells.add(cell(colours, x, y));
                }
            }
        }
        return cells;
    }

    private static boolean isWhole(Region bare, int x, int y) {
        for (int i = 0; i < Parameters.CELL * Parameters.CELL; i++) {
            if (!bare.has((y + i / Parameters.CELL) * W + x + i % Parameters.CELL)) {
                return false;
            }
        }
        return true;
    }

    private static Cell cell(Colours colours, int left, int top) {
        int n = Parameters.CELL * Parameters.CELL;
        double luma = 0;
        double square = 0;
        double a = 0;
        double b = 0;
        for (int k = 0; k < n; k++) {
            int i = (top + k / Parameters.CELL) * W + left + k % Parameters.CELL;
            double v = colours.luma()[i];
            luma += v / n;
            square += v * v / n;
            a += colours.a()[i] / n;
            b += colours.b()[i] / n;
        }
        double half = Parameters.CELL / 2.0;
        double texture = Math.sqrt(Math.max(0, square - luma * luma));
        return new Cell(left + half, top + half, luma, a, b, texture);
    }
}
