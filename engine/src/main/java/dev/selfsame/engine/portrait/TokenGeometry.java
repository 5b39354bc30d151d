package dev.selfsame.engine.portrait;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.Similarity;

/**
 * The layout of a token frontal image: 3 wide by 4 high, the eyes level at fixed places. Source:
 * ISO/IEC 19794-5:2005, clause 9 (token face image type): of a width W the eyes lie at 0.6 W from
 * the top, the first at 0.375 W - 1 and the second at 0.625 W - 1 from the left.
 *
 * @param width columns, a multiple of 12, so that every place but the eyes' columns is whole
 */
record TokenGeometry(int width) {

    /** 60 pixels between the eyes, the least of the standard. */
    static final int LEAST_WIDTH = 240;

    /** 300 pixels between the eyes: far more than any network sees, still a small file. */
    static final int MOST_WIDTH = 1200;

    private static final int MODULE = 12;
    private static final double INTER_EYE = 0.25;
    private static final double EYE_LINE = 0.6;
    private static final double FIRST_EYE = 0.375;
    private static final double SECOND_EYE = 0.625;

    TokenGeometry {
        if (width < LEAST_WIDTH || width > MOST_WIDTH || width % MODULE != 0) {
            throw new IllegalArgumentException(
                    "width: %d (expected: a multiple of %d, %d..%d)"
                            .formatted(width, MODULE, LEAST_WIDTH, MOST_WIDTH));
        }
    }

    /** The widest that shows a face in no more pixels than there are, within the bounds. */
    static TokenGeometry forInterEye(double interEyePixels) {
        double width = Math.floor(interEyePixels / INTER_EYE / MODULE) * MODULE;
        return new TokenGeometry((int) Math.clamp(width, LEAST_WIDTH, MOST_WIDTH));
    }

    int height() {
        return width / 3 * 4;
    }

    /** Where the eyes belong, in pixels of the token image. */
    Eyes eyes() {
        double line = EYE_LINE * width;
        return new Eyes(FIRST_EYE * width - 1, line, SECOND_EYE * width - 1, line);
    }

    /** From pixels of the token image to those of the picture with these eyes. */
    Affine toPicture(Eyes found) {
        Eyes wanted = eyes();
        return Similarity.fit(points(wanted), points(found));
    }

    private static double[] points(Eyes eyes) {
        return new double[] {eyes.x1(), eyes.y1(), eyes.x2(), eyes.y2()};
    }
}
