package dev.selfsame.engine.imaging;

/**
 * What a file says beside its pixels. Wrong or missing values never make a picture unreadable.
 *
 * @param orientation EXIF orientation 1..8, 1 where none is stated
 * @param dpi resolution, 0 where none is stated
 */
record PictureHints(int orientation, int dpi) {

    static final PictureHints NONE = new PictureHints(1, 0);

    private static final int MOST_DPI = 100_000;

    PictureHints {
        if (orientation < 1 || orientation > 8) {
            orientation = 1;
        }
        if (dpi < 0 || dpi > MOST_DPI) {
            dpi = 0;
        }
    }

    static int dpiOfCentimetres(double dotsPerCentimetre) {
        return rounded(dotsPerCentimetre * 2.54);
    }

    static int dpiOfMetres(double dotsPerMetre) {
        return rounded(dotsPerMetre * 0.0254);
    }

    /** Rounded, and 0 for anything that is no resolution. */
    static int rounded(double dpi) {
        return dpi >= 1 && dpi <= MOST_DPI ? (int) Math.round(dpi) : 0;
    }

    /** These hints, with what is missing taken from others. */
    PictureHints or(PictureHints others) {
        return new PictureHints(
                orientation == 1 ? others.orientation : orientation, dpi == 0 ? others.dpi : dpi);
    }
}
