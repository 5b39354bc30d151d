package dev.selfsame.engine.imaging;

/**
 * Orientation and resolution as EXIF 2.3 and TIFF 6.0 store them, in one and the same directory.
 */
final class ExifHints {

    private static final int ORIENTATION = 0x0112;
    private static final int X_RESOLUTION = 0x011A;
    private static final int RESOLUTION_UNIT = 0x0128;
    private static final int UNIT_INCH = 2;
    private static final int UNIT_CENTIMETRE = 3;

    private ExifHints() {}

    /**
     * Hints of an EXIF block; none where it is broken, since broken EXIF is common and harmless.
     */
    static PictureHints ofBlock(Bytes block) {
        try {
            return of(TiffDirectory.read(block));
        } catch (RefusedException e) {
            return PictureHints.NONE;
        }
    }

    static PictureHints of(TiffDirectory directory) throws RefusedException {
        double resolution = directory.ratio(X_RESOLUTION);
        int dpi =
                switch ((int) directory.number(RESOLUTION_UNIT, UNIT_INCH)) {
                    case UNIT_INCH -> PictureHints.rounded(resolution);
                    case UNIT_CENTIMETRE -> PictureHints.dpiOfCentimetres(resolution);
                    default -> 0;
                };
        return new PictureHints(asOrientation(directory.number(ORIENTATION, 1)), dpi);
    }

    private static int asOrientation(long value) {
        return value >= 1 && value <= 8 ? (int) value : 1;
    }
}
