package dev.selfsame.engine.portrait;

/**
 * The parts of the face on the sheet, by polygons of mesh points.
 *
 * @param oval the whole face from forehead to chin
 * @param brows both brows
 * @param lips both lips and what is between them
 * @param mouthOpening between the lips
 * @param forehead above the brows, to half way to the hairline
 * @param rightCheek the person's right cheek
 * @param leftCheek the person's left cheek
 * @param nose bridge and tip
 * @param lowerFace from below the nose to the chin, lips left out
 * @param lenses where glasses would be
 * @param skin what should be bare skin: no eyes, brows, lips, nostrils, lenses, and no edge
 */
record FaceRegions(
        Region oval,
        Region brows,
        Region lips,
        Region mouthOpening,
        Region forehead,
        Region rightCheek,
        Region leftCheek,
        Region nose,
        Region lowerFace,
        Region lenses,
        Region skin) {

    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
        152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };
    private static final int[] RIGHT_BROW = {70, 63, 105, 66, 107, 55, 65, 52, 53, 46};
    private static final int[] LEFT_BROW = {300, 293, 334, 296, 336, 285, 295, 282, 283, 276};
    private static final int[] LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
    };
    private static final int[] MOUTH = {
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191
    };
    private static final int[] FOREHEAD = {
        104, 69, 108, 151, 337, 299, 333, 334, 296, 336, 9, 107, 66, 105
    };
    private static final int[] RIGHT_CHEEK = {117, 118, 101, 36, 205, 187, 123, 116};
    private static final int[] LEFT_CHEEK = {346, 347, 330, 266, 425, 411, 352, 345};
    private static final int[] NOSE = {6, 196, 198, 4, 420, 419};
    private static final int[] LOWER = {
        2, 327, 411, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149, 150, 136, 172, 187, 98
    };
    private static final double LENS_RADIUS = 0.4;
    private static final double NOSTRIL_RADIUS = 0.11;

    static FaceRegions of(SheetGeometry g, Eye right, Eye left, Region inside) {
        Region oval = Region.polygon(g, OVAL).and(inside);
        Region brows = Region.polygon(g, RIGHT_BROW).or(Region.polygon(g, LEFT_BROW)).grown(2);
        Region lips = Region.polygon(g, LIPS);
        Region lenses = lens(right).or(lens(left)).and(inside);
        Region nostrils = nostril(g, 79).or(nostril(g, 309)).or(Region.polygon(g, 98, 2, 327, 1));
        Region skin =
                oval.shrunk(4)
                        .minus(lenses)
                        .minus(brows.grown(1))
                        .minus(lips.grown(3))
                        .minus(nostrils);
        return new FaceRegions(
                oval,
                brows.and(inside),
                lips.and(inside),
                Region.polygon(g, MOUTH).and(inside),
                Region.polygon(g, FOREHEAD).minus(brows).and(inside),
                Region.polygon(g, RIGHT_CHEEK).and(inside),
                Region.polygon(g, LEFT_CHEEK).and(inside),
                Region.polygon(g, NOSE).and(inside),
                Region.polygon(g, LOWER).minus(lips.grown(2)).shrunk(2).and(inside),
                lenses,
                skin);
    }

    private static Region lens(Eye eye) {
        return Region.disc(eye.centreX(), eye.centreY(), SheetGeometry.pixels(LENS_RADIUS));
    }

    private static Region nostril(SheetGeometry g, int point) {
        return Region.disc(g.x(point), g.y(point), SheetGeometry.pixels(NOSTRIL_RADIUS));
    }

    Region cheeks() {
        return rightCheek.or(leftCheek);
    }
}
