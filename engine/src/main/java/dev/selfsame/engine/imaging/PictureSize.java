package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

/**
 * Columns and rows as a header states them, already found to be within the limits: no pixel is
 * allocated for anything that did not pass through here.
 */
record PictureSize(int width, int height) {

    /** As in JPEG; keeps every row small. */
    private static final int MOST_SIDE = 65_535;

    static PictureSize within(ImageLimits limits, long width, long height) throws RefusedException {
        if (width < 1 || height < 1) {
            throw RefusedException.badHeader("it states a size of zero");
        }
        // why: no array of three bytes a pixel is longer, whatever limits are configured
        long most = Math.min(limits.maxPixels(), Integer.MAX_VALUE / 4);
        if (width > most || height > most / width) {
            throw new RefusedException(
                    Reason.TOO_MANY_PIXELS,
                    "the picture has more than "
                            + most
                            + " pixels ("
                            + width
                            + " x "
                            + height
                            + ")");
        }
        if (Math.max(width, height) > MOST_SIDE) {
            throw RefusedException.unsupported("a side of more than " + MOST_SIDE + " pixels");
        }
        return new PictureSize((int) width, (int) height);
    }

    int longSide() {
        return Math.max(width, height);
    }

    long pixels() {
        return (long) width * height;
    }

    /** Size after a reduction; a part of a pixel at the edge counts as one, as in JPEG. */
    PictureSize reduced(int reduction) {
        return new PictureSize(Math.ceilDiv(width, reduction), Math.ceilDiv(height, reduction));
    }
}
