package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintImage;
import com.machinezoo.sourceafis.FingerprintImageOptions;
import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.finger.quality.FingerQuality;
import dev.selfsame.engine.finger.quality.QualityModel;
import dev.selfsame.engine.finger.quality.RidgePixels;
import dev.selfsame.engine.imaging.Image;

import java.util.List;

/**
 * A fingerprint in grey, dark ridges on light ground. Shares its array.
 *
 * @param grey width * height bytes, row by row, 0 black, 255 white
 * @param dpi pixels per inch
 */
record FingerPixels(int width, int height, byte[] grey, double dpi) {

    /**
     * A side of 2.5 mm holds no eight minutiae, and the extractor cannot work on empty pictures.
     */
    private static final double MIN_SIDE_INCHES = 0.1;

    /**
     * why: the extractor scales to 500 dpi first and holds several matrices of doubles of that
     * size, so a low resolution on a large picture would cost gigabytes. This is 2 by 2 inches, one
     * finger.
     */
    private static final double MAX_SQUARE_INCHES = 4;

    /** The mean of the three channels, as the extractor does it with colours. */
    static FingerPixels of(Image image, double dpi) {
        byte[] rgb = image.rgb();
        byte[] grey = new byte[image.width() * image.height()];
        for (int i = 0, at = 0; i < grey.length; i++, at += 3) {
            int sum = (rgb[at] & 0xff) + (rgb[at + 1] & 0xff) + (rgb[at + 2] & 0xff);
            grey[i] = (byte) ((sum + 1) / 3);
        }
        return new FingerPixels(image.width(), image.height(), grey, dpi);
    }

    boolean isTooSmall() {
        return Math.min(width, height) < MIN_SIDE_INCHES * dpi;
    }

    boolean isTooLarge() {
        return (width / dpi) * (height / dpi) > MAX_SQUARE_INCHES;
    }

    /** The minutiae, none where the picture is no finger's. */
    FingerprintTemplate extract() {
        FingerprintImageOptions options = new FingerprintImageOptions().dpi(dpi);
        try (SkeletonGuard _ = new SkeletonGuard()) {
            return new FingerprintTemplate(new FingerprintImage(width, height, grey, options));
        } catch (SkeletonGuard.NoRidgesException _) {
            return FingerprintTemplate.empty();
        }
    }

    /** How well the print will compare; the worst where the picture is no finger's. */
    FingerQuality quality() {
        return QualityModel.of(RidgePixels.of(width, height, grey, dpi), positions());
    }

    /** Of the minutiae, at 500 dpi. */
    private List<int[]> positions() {
        byte[] minutiae =
                isTooSmall() ? FingerprintTemplate.empty().toByteArray() : extract().toByteArray();
        return SerializedMinutiae.count(minutiae) < 1
                ? List.of()
                : MinutiaPlan.of(SerializedMinutiae.template(minutiae)).minutiae().stream()
                        .map(it -> new int[] {it.x(), it.y()})
                        .toList();
    }
}
