package dev.selfsame.engine.finger.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The places of the print where a finger may be, {@value #STEP} pixels apart: those whose grey
 * levels vary at least a quarter as much as those of the print's most varied tenth.
 */
final class RidgeMap {

    /** Pixels between places, 0.8 mm. */
    static final int STEP = 16;

    /** Square millimetres that a place stands for. */
    static final double SQUARE_MILLIMETRES = (STEP * 25.4 / 500) * (STEP * 25.4 / 500);

    private static final double LEAST_SHARE = 0.25;

    /** Grey levels; less is what a sensor sees of nothing. */
    private static final double LEAST_DEVIATION = 4;

    private final RidgePixels pixels;
    private final int columns;
    private final List<RidgeBlock> foreground = new ArrayList<>();
    private final boolean[] isForeground;
    private final RidgeBlock[] blocks;

    RidgeMap(RidgePixels pixels) {
        this.pixels = pixels;
        columns = pixels.width() / STEP;
        int rows = pixels.height() / STEP;
        blocks = new RidgeBlock[columns * rows];
        isForeground = new boolean[blocks.length];
        for (int i = 0; i < blocks.length; i++) {
            int x = (i % columns) * STEP + STEP / 2;
            int y = (i / columns) * STEP + STEP / 2;
            blocks[i] = RidgeBlock.at(pixels, x, y);
        }
        double least = leastDeviation();
        for (int i = 0; i < blocks.length; i++) {
            if (blocks[i].deviation() >= least) {
                isForeground[i] = true;
                foreground.add(blocks[i]);
            }
        }
    }

    private double leastDeviation() {
        double[] sorted =
                Arrays.stream(blocks).mapToDouble(RidgeBlock::deviation).sorted().toArray();
        double high = sorted.length == 0 ? 0 : sorted[sorted.length * 9 / 10];
        return Math.max(LEAST_DEVIATION, LEAST_SHARE * high);
    }

    RidgePixels pixels() {
        return pixels;
    }

    /** Where a finger may be, row by row. */
    List<RidgeBlock> foreground() {
        return foreground;
    }

    /** The foreground places left, right, above and below of a foreground place. */
    List<RidgeBlock> neighbours(RidgeBlock block) {
        int column = block.x() / STEP;
        int row = block.y() / STEP;
        List<RidgeBlock> found = new ArrayList<>(4);
        add(found, column - 1, row);
        add(found, column + 1, row);
        add(found, column, row - 1);
        add(found, column, row + 1);
        return found;
    }

    private void add(List<RidgeBlock> found, int column, int row) {
        int i = row * columns + column;
        if (column >= 0 && column < columns && i >= 0 && i < blocks.length && isForeground[i]) {
            found.add(blocks[i]);
        }
    }
}
