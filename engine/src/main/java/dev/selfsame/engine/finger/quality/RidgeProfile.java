package dev.selfsame.engine.finger.quality;

/**
 * The grey levels of a place in rows along its ridges: column i lies i pixels across them. Shares
 * its arrays.
 *
 * @param levels {@value #ROWS} rows of {@value #LENGTH} columns
 * @param mean of each column
 */
record RidgeProfile(double[][] levels, double[] mean) {

    /** Pixels across the ridges, 2.4 mm. */
    static final int LENGTH = 48;

    /** Pixels along the ridges. */
    static final int ROWS = 16;

    static RidgeProfile of(RidgePixels pixels, RidgeBlock block) {
        double cos = Math.cos(block.across());
        double sin = Math.sin(block.across());
        double[][] levels = new double[ROWS][LENGTH];
        double[] mean = new double[LENGTH];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < LENGTH; column++) {
                double u = column - (LENGTH - 1) / 2.0;
                double v = row - (ROWS - 1) / 2.0;
                double level =
                        pixels.at(block.x() + u * cos - v * sin, block.y() + u * sin + v * cos);
                levels[row][column] = level;
                mean[column] += level / ROWS;
            }
        }
        return new RidgeProfile(levels, mean);
    }

    /**
     * Of each column, the level that parts ridges from valleys: a straight line through the mean.
     */
    double[] threshold() {
        double middle = (LENGTH - 1) / 2.0;
        double sum = 0;
        double slope = 0;
        double squares = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += mean[i];
            slope += mean[i] * (i - middle);
            squares += (i - middle) * (i - middle);
        }
        double[] line = new double[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            line[i] = sum / LENGTH + slope / squares * (i - middle);
        }
        return line;
    }
}
