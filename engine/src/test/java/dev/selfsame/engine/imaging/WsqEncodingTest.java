package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.GreyPicture.byAnotherDecoder;
import static dev.selfsame.engine.imaging.GreyPicture.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.engine.imaging.GreyPicture.Motif;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** What is written is what was drawn, as far as the rate allows, to our decoder and to another. */
final class WsqEncodingTest {

    private static final Path SAMPLES = Path.of("../../shared/data/fp_samples");

    @ParameterizedTest
    @CsvSource({
        "FINGER, 400, 400, 0.3, 25.5",
        "FINGER, 400, 400, 0.75, 31",
        "FINGER, 400, 400, 2.25, 38.5",
        "FINGER, 400, 400, 5, 39.5",
        "FINGER, 301, 203, 0.75, 29",
        "FINGER, 97, 131, 0.75, 28",
        "FINGER, 81, 81, 0.75, 28",
        "FINGER, 81, 300, 0.75, 28",
        "NOISE, 400, 400, 0.75, 11.5",
        "NOISE, 400, 400, 2.25, 16",
        "NOISE, 97, 131, 0.75, 11.5",
        "GRADIENT, 400, 400, 0.75, 48",
        "GRADIENT, 97, 131, 0.75, 48",
        "GRADIENT, 81, 82, 0.75, 48"
    })
    void keepsThePicture(
            Motif motif, int width, int height, double bitsPerPixel, double leastPsnr) {
        GreyPicture picture = GreyPicture.of(motif, width, height);

        byte[] file = picture.wsq(bitsPerPixel);

        assertThat(picture.psnr(decoded(file))).isGreaterThan(leastPsnr);
        assertThat(picture.psnr(byAnotherDecoder(file))).isGreaterThan(leastPsnr);
    }

    @ParameterizedTest
    @CsvSource({
        "81, 81",
        "81, 400",
        "400, 81",
        "82, 83",
        "96, 96",
        "97, 131",
        "128, 127",
        "159, 160",
        "161, 193",
        "203, 301",
        "256, 256",
        "333, 222",
        "399, 400"
    })
    void isReadAlikeByAnotherDecoder(int width, int height) {
        for (Motif motif : Motif.values()) {
            byte[] file = GreyPicture.of(motif, width, height).wsq(1);

            GreyPicture ours = decoded(file);
            GreyPicture theirs = byAnotherDecoder(file);

            assertThat(theirs.width()).isEqualTo(width).isEqualTo(ours.width());
            assertThat(theirs.height()).isEqualTo(height).isEqualTo(ours.height());
            assertThat(ours.largestDifference(theirs)).as("%s", motif).isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 77, 128, 254, 255})
    void keepsPlainPicturesExactly(int level) {
        GreyPicture plain = GreyPicture.plain(97, 131, level);

        byte[] file = plain.wsq(0.75);

        assertThat(decoded(file).grey()).isEqualTo(plain.grey());
        assertThat(byAnotherDecoder(file).grey()).isEqualTo(plain.grey());
    }

    @Test
    void keepsAPictureOfTwoNeighbouringLevels() {
        GreyPicture faint = GreyPicture.drawn(120, 130, (x, y) -> 200 + (x / 30 + y / 30) % 2);

        assertThat(faint.largestDifference(decoded(faint.wsq(2.25)))).isLessThanOrEqualTo(1);
    }

    /** The specification's rate is a model's: real files are smaller, 15 : 1 for 0.75. */
    @ParameterizedTest
    @CsvSource({
        "FINGER, 0.3, 0.15, 0.3",
        "FINGER, 0.75, 0.4, 0.75",
        "FINGER, 2.25, 1.1, 2.25",
        "NOISE, 0.75, 0.65, 0.85",
        "NOISE, 2.25, 2, 2.4",
        "NOISE, 5, 4.5, 5.2"
    })
    void comesNearTheRate(Motif motif, double asked, double least, double most) {
        GreyPicture picture = GreyPicture.of(motif, 400, 400);

        assertThat(picture.bitsPerPixel(picture.wsq(asked))).isBetween(least, most);
    }

    @Test
    void paysForQualityWithBits() {
        GreyPicture picture = GreyPicture.of(Motif.FINGER, 301, 203);
        List<byte[]> files =
                List.of(picture.wsq(0.3), picture.wsq(0.75), picture.wsq(1.5), picture.wsq(3));

        assertThat(files).extracting(file -> file.length).isSorted();
        assertThat(files).extracting(file -> picture.psnr(decoded(file))).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 500, 569, 1000, 2000})
    void statesTheResolution(int dpi) {
        byte[] file =
                new WsqEncoder(WsqRate.FIVE_TO_ONE, ImageLimits.DEFAULT)
                        .encode(GreyPicture.plain(90, 90, 9).grey(), 90, 90, dpi);

        assertThat(Decoding.decoded(file).info().dpi()).isEqualTo(dpi);
        assertThat(Decoding.decoded(file).info().format()).isEqualTo(ImageFormat.WSQ);
    }

    @Test
    void beginsWithTheCommentOfNistsSoftware() {
        String comment =
                """
                NIST_COM 9
                PIX_WIDTH 97
                PIX_HEIGHT 131
                PIX_DEPTH 8
                PPI 500
                LOSSY 1
                COLORSPACE GRAY
                COMPRESSION WSQ
                WSQ_BITRATE 0.750000\
                """;
        byte[] file = GreyPicture.of(Motif.FINGER, 97, 131).wsq(0.75);

        String written = new String(file, 0, 6 + comment.length(), StandardCharsets.ISO_8859_1);
        assertThat(written)
                .isEqualTo("\u00FF\u00A0\u00FF\u00A8\0" + (char) (comment.length() + 2) + comment);
    }

    @Test
    void writesTheSegmentsInTheirOrder() throws RefusedException {
        byte[] file = GreyPicture.of(Motif.FINGER, 97, 131).wsq(0.75);

        WsqHeader header = WsqHeader.read(Bytes.bigEndian(file), ImageLimits.DEFAULT);

        assertThat(header.end()).isEqualTo(file.length);
        assertThat(header.parts())
                .extracting(part -> part.getClass().getSimpleName())
                .containsExactly(
                        "CodeTables", "Block", "CodeTables", "Block", "CodeTables", "Block");
        assertThat(header.quantiser().centre()).isEqualTo(0.44);
        assertThat(header.quantiser().zeros()[7])
                .isCloseTo(1.2 * header.quantiser().steps()[7], within(0.01));
    }

    /** Files that other encoders wrote at 0.75 bits. */
    @ParameterizedTest
    @ValueSource(strings = {"jnbis/sample.wsq", "sourceafis-java/sourceafis/wsq-original.wsq"})
    void choosesTheStepsThatOthersChose(String name) throws IOException, RefusedException {
        assumeTrue(Files.exists(SAMPLES), "needs ../shared/data, which only some machines have");
        byte[] theirs = Files.readAllBytes(SAMPLES.resolve(name));

        byte[] ours = decoded(theirs).wsq(0.75);

        double[] wanted = steps(theirs);
        double[] chosen = steps(ours);
        // why: the finer bands lost too much at the first writing to be measured again
        for (int band = 0; band < 45; band++) {
            assertThat(chosen[band] / wanted[band]).as("band %d", band).isCloseTo(1, within(0.06));
        }
        assertThat((double) ours.length / theirs.length).isCloseTo(1, within(0.05));
    }

    private static double[] steps(byte[] file) throws RefusedException {
        return WsqHeader.read(Bytes.bigEndian(file), ImageLimits.DEFAULT).quantiser().steps();
    }

    @Test
    void writesTheSameBytesFromManyThreads() {
        GreyPicture picture = GreyPicture.of(Motif.FINGER, 203, 301);
        WsqEncoder encoder = new WsqEncoder(WsqRate.FIFTEEN_TO_ONE, ImageLimits.DEFAULT);
        byte[] expected = encoder.encode(picture.grey(), 203, 301, 500);

        List<byte[]> files =
                IntStream.range(0, 32)
                        .parallel()
                        .mapToObj(_ -> encoder.encode(picture.grey(), 203, 301, 500))
                        .toList();

        assertThat(files).allSatisfy(file -> assertThat(file).isEqualTo(expected));
    }

    @Test
    void leavesThePixelsAsTheyAre() {
        GreyPicture picture = GreyPicture.of(Motif.NOISE, 90, 95);
        byte[] before = picture.grey().clone();

        picture.wsq(0.75);

        assertThat(picture.grey()).isEqualTo(before);
    }
}
