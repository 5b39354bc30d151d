package dev.selfsame.engine.imaging;

/**
 * A file whose header was read and found in order. Opening one costs a walk over its structure and
 * no memory to speak of; only {@link #pixels} makes pixels.
 */
sealed interface Picture permits JpegPicture, PngPicture, BmpPicture, TiffPicture, WsqPicture {

    /** Size as stored, before the orientation is undone. */
    PictureSize size();

    /** Resolution and orientation the file states. */
    PictureHints hints();

    /** Estimated IJG quality 1..100, -1 where unknown. */
    default int jpegQuality() {
        return -1;
    }

    /**
     * Pixels as stored, not yet upright.
     *
     * @param reduction 1, 2, 4 or 8
     */
    Image pixels(int reduction) throws RefusedException;
}
