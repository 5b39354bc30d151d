package dev.selfsame.engine.finger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.engine.finger.FingerOutcome.Found;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.Image;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.imaging.WsqEncoder;
import dev.selfsame.engine.imaging.WsqRate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.testing.DrawnFinger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints that were written as WSQ are the same fingers to the matcher. */
final class WrittenWsqTest {

    private static final Path FVC = Path.of("../../shared/data/fvc/fvc2002");

    private final FingerReader reader = new FingerReader(ImageLimits.DEFAULT);
    private final FingerMatcher matcher = new FingerMatcher();

    private Found found(byte[] file) {
        return (Found) reader.read(file, FingerRequest.PLAIN);
    }

    private double score(FingerTemplate first, FingerTemplate second) {
        return matcher.compare(first, second).score();
    }

    private static byte[] wsq(double rate, byte[] grey, int width, int height) {
        return new WsqEncoder(new WsqRate(rate), ImageLimits.DEFAULT)
                .encode(grey, width, height, 500);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.75, 2.25})
    void drawnFingersStillMatch(double rate) {
        DrawnFinger finger = new DrawnFinger(1);

        Found written = found(wsq(rate, finger.grey(), finger.side(), finger.side()));

        assertThat(written.info().dpi()).isEqualTo(500);
        assertThat(score(written.template(), DrawnTemplates.of(1))).isGreaterThan(6000);
        assertThat(score(written.template(), DrawnTemplates.of(2))).isLessThan(3500);
    }

    @Test
    void noisyImpressionsStillMatch() {
        DrawnFinger finger = new DrawnFinger(1);
        byte[] impression = finger.grey(20, 15, -10, 12);

        Found written = found(wsq(0.75, impression, finger.side(), finger.side()));

        assertThat(score(written.template(), DrawnTemplates.of(1))).isGreaterThan(5000);
    }

    /** First and second impressions; some of the third sensor match nothing, written or not. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void realFingersMatchAsWellAsTheirOriginals(int sensor) throws IOException {
        assumeTrue(Files.isDirectory(FVC), "skipped: there is no development data in " + FVC);
        double original = 0;
        double written = 0;
        int same = 0;
        for (int finger = 101; finger <= 110; finger++) {
            byte[] one = tiff(sensor, finger, 1);
            FingerTemplate two = found(tiff(sensor, finger, 2)).template();
            FingerTemplate before = found(one).template();
            FingerTemplate after = found(wsq(one)).template();
            same += score(before, after) > 4500 ? 1 : 0;
            original += score(before, two) / 10;
            written += score(after, two) / 10;
        }

        assertThat(same).isGreaterThanOrEqualTo(8);
        assertThat(written).isGreaterThan(original - 400);
    }

    private static byte[] tiff(int sensor, int finger, int impression) throws IOException {
        return Files.readAllBytes(
                FVC.resolve("DB%d_B/%d_%d.tif".formatted(sensor, finger, impression)));
    }

    /** As all of these are read at 500 dpi, so are the files that are made of them. */
    private static byte[] wsq(byte[] tiff) {
        Image image = ((Decoded) new ImageDecoder(ImageLimits.DEFAULT).decode(tiff)).image();
        byte[] grey = FingerPixels.of(image, 500).grey();
        return wsq(0.75, grey, image.width(), image.height());
    }
}
