package dev.selfsame.engine.portrait;

/**
 * One eye on the sheet.
 *
 * @param outerX corner at the temple, sheet pixels
 * @param outerY corner at the temple
 * @param innerX corner at the nose
 * @param innerY corner at the nose
 * @param lidY middle of the upper lid's edge
 * @param lowerLidY middle of the lower lid's edge
 * @param browY lower edge of the brow, mean
 * @param aperture what is between the lids
 */
record Eye(
        double outerX,
        double outerY,
        double innerX,
        double innerY,
        double lidY,
        double lowerLidY,
        double browY,
        Region aperture) {

    private static final int[] RIGHT = {
        33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246
    };
    private static final int[] LEFT = {
        263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466
    };

    /** The person's right eye, which is on the left of the sheet. */
    static Eye right(SheetGeometry g) {
        return new Eye(
                g.x(33),
                g.y(33),
                g.x(133),
                g.y(133),
                g.y(159),
                g.y(145),
                (g.y(52) + g.y(53) + g.y(65)) / 3,
                Region.polygon(g, RIGHT));
    }

    static Eye left(SheetGeometry g) {
        return new Eye(
                g.x(263),
                g.y(263),
                g.x(362),
                g.y(362),
                g.y(386),
                g.y(374),
                (g.y(282) + g.y(283) + g.y(295)) / 3,
                Region.polygon(g, LEFT));
    }

    double width() {
        return Math.hypot(outerX - innerX, outerY - innerY);
    }

    double centreX() {
        return (outerX + innerX) / 2;
    }

    double centreY() {
        return (outerY + innerY) / 2;
    }

    double leftX() {
        return Math.min(outerX, innerX);
    }

    double rightX() {
        return Math.max(outerX, innerX);
    }
}
