package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;

import java.util.Objects;

/**
 * Reads picture files of unknown origin. Safe for any number of threads. The first one made in a
 * process loads the native JPEG decoder, about half a second.
 *
 * <p>Every sequence of bytes gives a {@link DecodeResult}; nothing is thrown but for null and for
 * arguments out of range.
 */
public final class ImageDecoder {

    private static final int MOST_REDUCTION = 8;

    private final ImageLimits limits;
    private final JpegDecoder jpeg;

    /** Whether JPEG is decoded by a native library here, which is several times faster. */
    public static boolean hasNativeJpeg() {
        return NativeJpegDecoder.available();
    }

    public ImageDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.jpeg = JpegDecoder.best();
    }

    /** Decodes at full size. */
    public DecodeResult decode(byte[] file) {
        return decode(file, Integer.MAX_VALUE);
    }

    /**
     * Decodes at the smallest of the sizes 1/1, 1/2, 1/4 and 1/8 whose longer side is still at
     * least {@code wantedLongSide} pixels; pictures smaller than that are decoded at full size.
     *
     * @param wantedLongSide pixels, at least 1
     */
    public DecodeResult decode(byte[] file, int wantedLongSide) {
        Objects.requireNonNull(file, "file");
        if (wantedLongSide < 1) {
            throw new IllegalArgumentException(
                    "wantedLongSide: " + wantedLongSide + " (expected: >= 1)");
        }
        try {
            return read(file, wantedLongSide);
        } catch (RefusedException e) {
            return e.refusal();
        } catch (RuntimeException e) {
            // why: the edge to hostile input; the fuzz test calls read, so no fault of ours hides
            // here
            return new Refused(Reason.CORRUPT, "the picture is damaged: it cannot be decoded");
        }
    }

    /** The way of every picture, without the safety net. */
    Decoded read(byte[] file, int wantedLongSide) throws RefusedException {
        checkLength(file);
        ImageFormat format = FormatSniffer.sniff(file);
        Picture picture = open(format, file);
        int reduction = reduction(picture.size(), wantedLongSide);
        Image stored = picture.pixels(reduction);
        Image upright = Orientation.upright(stored, picture.hints().orientation());
        return new Decoded(upright, info(format, picture, reduction));
    }

    private void checkLength(byte[] file) throws RefusedException {
        if (file.length == 0) {
            throw new RefusedException(Reason.EMPTY, "the file is empty");
        }
        if (file.length > limits.maxBytes()) {
            throw new RefusedException(
                    Reason.TOO_MANY_BYTES,
                    "the file is longer than " + limits.maxBytes() + " bytes");
        }
    }

    private Picture open(ImageFormat format, byte[] file) throws RefusedException {
        return switch (format) {
            case JPEG -> JpegPicture.open(file, limits, jpeg);
            case PNG -> PngPicture.open(file, limits);
            case BMP -> BmpPicture.open(file, limits);
            case TIFF -> TiffPicture.open(file, limits, jpeg);
            case WSQ -> WsqPicture.open(file, limits);
        };
    }

    private static int reduction(PictureSize size, int wantedLongSide) {
        int reduction = MOST_REDUCTION;
        while (reduction > 1 && size.reduced(reduction).longSide() < wantedLongSide) {
            reduction /= 2;
        }
        return reduction;
    }

    private static ImageInfo info(ImageFormat format, Picture picture, int reduction) {
        PictureSize size = picture.size();
        PictureHints hints = picture.hints();
        boolean swap = Orientation.swapsSides(hints.orientation());
        return new ImageInfo(
                format,
                swap ? size.height() : size.width(),
                swap ? size.width() : size.height(),
                hints.orientation(),
                reduction,
                hints.dpi(),
                picture.jpegQuality());
    }
}
