package dev.selfsame.engine.imaging;

import dev.selfsame.engine.testing.DrawnFinger;

import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;

import java.util.Random;
import java.util.function.IntBinaryOperator;

/** Grey pixels that the tests of WSQ write and read. Shares its array. */
record GreyPicture(int width, int height, byte[] grey) {

    private static final int FINGER_SIDE = 400;

    /** What there is to see. */
    enum Motif {
        FINGER,
        NOISE,
        GRADIENT
    }

    static GreyPicture of(Motif motif, int width, int height) {
        return switch (motif) {
            case FINGER -> finger(width, height);
            case NOISE -> {
                Random random = new Random(1);
                yield drawn(width, height, (_, _) -> random.nextInt(256));
            }
            case GRADIENT -> drawn(width, height, (x, y) -> 255 * (x + y) / (width + height - 2));
        };
    }

    static GreyPicture plain(int width, int height, int level) {
        return drawn(width, height, (_, _) -> level);
    }

    static GreyPicture drawn(int width, int height, IntBinaryOperator level) {
        byte[] grey = new byte[width * height];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) level.applyAsInt(i % width, i / width);
        }
        return new GreyPicture(width, height, grey);
    }

    /** The middle of a drawn finger. */
    private static GreyPicture finger(int width, int height) {
        byte[] whole = new DrawnFinger(1).grey();
        int left = (FINGER_SIDE - width) / 2;
        int top = (FINGER_SIDE - height) / 2;
        return drawn(width, height, (x, y) -> whole[(y + top) * FINGER_SIDE + x + left]);
    }

    /** One channel of a picture. */
    static GreyPicture of(Image image) {
        return drawn(
                image.width(), image.height(), (x, y) -> image.rgb()[3 * (y * image.width() + x)]);
    }

    static GreyPicture decoded(byte[] file) {
        return of(Decoding.decoded(file).image());
    }

    static GreyPicture byAnotherDecoder(byte[] file) {
        Bitmap bitmap = Jnbis.wsq().decode(file).asBitmap();
        return new GreyPicture(bitmap.getWidth(), bitmap.getHeight(), bitmap.getPixels());
    }

    byte[] wsq(double bitsPerPixel) {
        return new WsqEncoder(new WsqRate(bitsPerPixel), ImageLimits.DEFAULT)
                .encode(grey, width, height, 500);
    }

    double bitsPerPixel(byte[] file) {
        return 8.0 * file.length / grey.length;
    }

    /** Peak signal-to-noise ratio in decibels; infinite for the same picture. */
    double psnr(GreyPicture other) {
        double squares = 0;
        for (int i = 0; i < grey.length; i++) {
            squares += Math.pow((grey[i] & 0xFF) - (other.grey[i] & 0xFF), 2);
        }
        return 10 * Math.log10(255.0 * 255 * grey.length / squares);
    }

    /** The largest difference of two pixels in the same place. */
    int largestDifference(GreyPicture other) {
        int largest = 0;
        for (int i = 0; i < grey.length; i++) {
            largest = Math.max(largest, Math.abs((grey[i] & 0xFF) - (other.grey[i] & 0xFF)));
        }
        return largest;
    }
}
