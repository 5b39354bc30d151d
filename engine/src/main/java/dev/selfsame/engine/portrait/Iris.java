package dev.selfsame.engine.portrait;

/**
 * Where the iris is: the disc that is darkest against what surrounds it between the lids. Source:
 * J. Daugman, "High confidence visual recognition of persons by a test of statistical
 * independence", PAMI 15(11), 1993, the search for a circular step in brightness, here at a fixed
 * radius.
 *
 * @param x column of its centre on the sheet
 * @param y row of its centre
 * @param radius sheet pixels
 * @param along 0 at the outer corner of the eye, 1 at the inner one
 * @param above height over the line of the corners, in widths of the eye
 * @param contrast brightness of the surroundings less that of the disc
 */
record Iris(double x, double y, double radius, double along, double above, double contrast) {

    // why: an iris is 11.7 mm wide, an eye between its corners about 29 mm
    private static final double RADIUS = 0.2;
    private static final double RING = 1.7;
    private static final int REACH = 2;
    private static final double DARKER_SIDE = 0.7;
    // why: of two dark places the one nearer the middle; at the corner it is 12 grey levels
    private static final double MIDDLE = 12 / (0.3 * 0.3);

    static Iris of(Eye eye, Colours colours) {
        double radius = Math.max(2, RADIUS * eye.width());
        Region field = eye.aperture().grown(1);
        Iris best = at(eye, eye.centreX(), eye.centreY(), radius, Double.NEGATIVE_INFINITY);
        double most = Double.NEGATIVE_INFINITY;
        for (double along = 0.2; along <= 0.801; along += 0.025) {
            double x = eye.outerX() + along * (eye.innerX() - eye.outerX());
            double middle = (eye.lidY() + eye.lowerLidY()) / 2;
            for (int dy = -REACH; dy <= REACH; dy++) {
                double contrast = contrast(field, colours.luma(), x, middle + dy, radius);
                double worth = contrast - MIDDLE * (along - 0.5) * (along - 0.5);
                if (worth > most) {
                    most = worth;
                    best = at(eye, x, middle + dy, radius, contrast);
                }
            }
        }
        return best;
    }

    private static Iris at(Eye eye, double x, double y, double radius, double contrast) {
        double along = (x - eye.outerX()) / (eye.innerX() - eye.outerX());
        return new Iris(x, y, radius, along, (eye.centreY() - y) / eye.width(), contrast);
    }

    /**
     * Both sides of the disc count, the darker one more: a painted corner of an eye has white on
     * one side alone.
     */
    private static double contrast(Region field, float[] luma, double x, double y, double radius) {
        double[] sums = new double[3];
        int[] counts = new int[3];
        for (int i : field.pixels()) {
            double dx = (SheetGeometry.column(i) - x) / radius;
            double dy = (SheetGeometry.row(i) - y) / radius;
            double away = Math.hypot(dx, dy);
            if (away <= RING) {
                int part = away <= 1 ? 0 : dx < 0 ? 1 : 2;
                sums[part] += luma[i];
                counts[part]++;
            }
        }
        if (counts[0] == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double disc = sums[0] / counts[0];
        double left = counts[1] == 0 ? disc : sums[1] / counts[1];
        double right = counts[2] == 0 ? disc : sums[2] / counts[2];
        return DARKER_SIDE * Math.min(left, right)
                + (1 - DARKER_SIDE) * Math.max(left, right)
                - disc;
    }
}
