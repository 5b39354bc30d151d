package dev.selfsame.engine.imaging;

/**
 * What the file said about itself.
 *
 * @param format format by content
 * @param fileWidth columns of the upright picture in the file's own pixels
 * @param fileHeight rows of the upright picture in the file's own pixels
 * @param orientation EXIF orientation 1..8 that was undone, 1 where there was none
 * @param reduction 1, 2, 4 or 8: the file's pixels per decoded pixel, along each axis
 * @param dpi resolution stated by the file, 0 where it states none
 * @param jpegQuality estimated IJG quality 1..100 from the quantisation tables, -1 where unknown
 */
public record ImageInfo(
        ImageFormat format,
        int fileWidth,
        int fileHeight,
        int orientation,
        int reduction,
        int dpi,
        int jpegQuality) {}
