package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.finger.FingerOutcome.Found;
import dev.selfsame.engine.finger.FingerOutcome.NoMinutiae;
import dev.selfsame.engine.finger.FingerOutcome.Unreadable;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.ImageFormat;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.testing.DrawnFinger;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.Test;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

/** From picture files to templates that match, and what is said of files without a finger. */
final class FingerReaderTest {

    private final FingerReader reader = new FingerReader(ImageLimits.DEFAULT);
    private final FingerMatcher matcher = new FingerMatcher();

    private Found found(byte[] file, FingerRequest request) {
        FingerOutcome outcome = reader.read(file, request);
        assertThat(outcome).isInstanceOf(Found.class);
        return (Found) outcome;
    }

    private static BufferedImage drawn(long seed) {
        return SamplePictures.read(DrawnFinger.png(new DrawnFinger(seed).grey()));
    }

    private static BufferedImage scaled(BufferedImage image, double scale) {
        return SamplePictures.placed(
                image,
                (int) (image.getWidth() * scale),
                (int) (image.getHeight() * scale),
                0,
                0,
                scale);
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void readsAFingerFromItsFile() {
        byte[] file = DrawnFinger.png(new DrawnFinger(1).grey());

        Found found = found(file, FingerRequest.PLAIN);

        assertThat(found.info().format()).isEqualTo(ImageFormat.PNG);
        assertThat(found.minutiae())
                .isBetween(20, 60)
                .isEqualTo(SerializedMinutiae.count(found.template().minutiae()));
        assertThat(matcher.compare(found.template(), DrawnTemplates.of(1)).value())
                .isLessThan(1e-8);
    }

    @Test
    void matchesACompressedCopyInAnotherFormat() {
        Found compressed = found(SamplePictures.jpeg(drawn(1), 0.6f), FingerRequest.PLAIN);

        assertThat(compressed.info().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(matcher.compare(compressed.template(), DrawnTemplates.of(1)).value())
                .isLessThan(1e-4);
        assertThat(matcher.compare(compressed.template(), DrawnTemplates.of(2)).value())
                .isGreaterThan(1e-4);
    }

    @Test
    void matchesACopyOfAnotherResolutionOnlyIfItIsToldTheResolution() throws IOException {
        byte[] coarse = png(scaled(drawn(1), 0.6));

        Found told = found(coarse, new FingerRequest(300));
        Found untold = found(coarse, FingerRequest.PLAIN);

        assertThat(matcher.compare(told.template(), DrawnTemplates.of(1)).value()).isLessThan(1e-4);
        assertThat(matcher.compare(untold.template(), DrawnTemplates.of(1)).value())
                .isGreaterThan(1e-4);
    }

    @Test
    void findsNoFingerOnPaperAndInAPhotograph() throws IOException {
        BufferedImage paper = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
        FingerOutcome outcome = reader.read(png(paper), FingerRequest.PLAIN);
        assertThat(outcome).isInstanceOf(NoMinutiae.class);
        assertThat(((NoMinutiae) outcome).minutiae()).isLessThan(8);
        assertThat(((NoMinutiae) outcome).info().fileWidth()).isEqualTo(300);
        BufferedImage tiny = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
        assertThat(reader.read(png(tiny), FingerRequest.PLAIN)).isInstanceOf(NoMinutiae.class);
    }

    @Test
    void refusesPicturesLargerThanAFinger() throws IOException {
        BufferedImage hand = new BufferedImage(1500, 1500, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(reason(png(hand), FingerRequest.PLAIN)).isEqualTo(Reason.TOO_MANY_PIXELS);
        assertThat(reader.read(png(hand), new FingerRequest(1000))).isInstanceOf(NoMinutiae.class);
        BufferedImage scan = new BufferedImage(4000, 2001, BufferedImage.TYPE_BYTE_GRAY);
        assertThat(reason(png(scan), new FingerRequest(2000))).isEqualTo(Reason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesFilesThatAreNoPicture() {
        byte[] whole = DrawnFinger.png(new DrawnFinger(1).grey());

        assertThat(reason(new byte[0], FingerRequest.PLAIN)).isEqualTo(Reason.EMPTY);
        assertThat(reason(new byte[] {1, 2, 3, 4}, FingerRequest.PLAIN))
                .isEqualTo(Reason.UNKNOWN_FORMAT);
        assertThat(reason(Arrays.copyOf(whole, whole.length / 2), FingerRequest.PLAIN))
                .isEqualTo(Reason.TRUNCATED);
        assertThat(
                        ((Unreadable)
                                        new FingerReader(new ImageLimits(100, 1000))
                                                .read(whole, FingerRequest.PLAIN))
                                .refusal()
                                .reason())
                .isEqualTo(Reason.TOO_MANY_BYTES);
    }

    private Reason reason(byte[] file, FingerRequest request) {
        return ((Unreadable) reader.read(file, request)).refusal().reason();
    }
}
