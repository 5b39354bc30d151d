package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;

class JpegDecodingTest {

    private static final BufferedImage DRAWN = DrawnPictures.drawn(203, 157);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsBaselineAndProgressive(boolean progressive) {
        var read = decoded(DrawnPictures.jpeg(DRAWN, 95, progressive));

        assertAlike(read.image(), DrawnPictures.rgb(DRAWN), 1.5);
        assertThat(read.info().format()).isEqualTo(ImageFormat.JPEG);
        assertThat(read.info().fileWidth()).isEqualTo(203);
        assertThat(read.info().fileHeight()).isEqualTo(157);
    }

    @Test
    void readsGreyAsThreeEqualChannels() {
        BufferedImage grey = DrawnPictures.drawn(64, 48, BufferedImage.TYPE_BYTE_GRAY);

        Image image = decoded(DrawnPictures.jpeg(grey, 95)).image();

        for (int i = 0; i < image.rgb().length; i += 3) {
            int sample = grey.getRaster().getSample(i / 3 % 64, i / 3 / 64, 0);
            assertThat(image.rgb()[i] & 0xFF).isCloseTo(sample, Offset.offset(6));
            assertThat(image.rgb()[i + 1]).isEqualTo(image.rgb()[i]);
            assertThat(image.rgb()[i + 2]).isEqualTo(image.rgb()[i]);
        }
    }

    @Test
    void readsGreyLikeColourWithoutColour() {
        DrawnJpeg.Samples light = (x, y, channel) -> channel == 0 ? 40 + x * 2 + y : 128;

        Image grey = decoded(DrawnJpeg.ofChannels(64, 48, 1, light)).image();
        Image colour = decoded(DrawnJpeg.ofChannels(64, 48, 3, light)).image();

        assertAlike(grey, colour, 0.5);
    }

    @Test
    void readsChannelsAsRgbWhereAdobeSaysSo() {
        byte[] file = DrawnJpeg.ofChannels(16, 16, 3, (x, y, channel) -> 50 + channel * 70);

        byte[] rgb = decoded(DrawnJpeg.withAdobe(file, 0)).image().rgb();

        assertPixel(rgb, 50, 120, 190);
    }

    @Test
    void readsChannelsAsLuminanceAndColourWithoutAnyWord() {
        byte[] file = DrawnJpeg.ofChannels(16, 16, 3, (x, y, channel) -> 50 + channel * 70);

        // 50 + 1.402 * 62; 50 + 0.344 * 8 - 0.714 * 62; 50 - 1.772 * 8
        assertPixel(decoded(file).image().rgb(), 137, 9, 36);
    }

    @Test
    void readsPlainInks() {
        byte[] file = DrawnJpeg.ofChannels(16, 16, 4, (x, y, channel) -> inks(channel));

        assertPixel(decoded(file).image().rgb(), 215 * 205 / 255, 175 * 205 / 255, 205 / 5);
    }

    @Test
    void readsInksThatAdobeStoresUpsideDown() {
        byte[] file = DrawnJpeg.ofChannels(16, 16, 4, (x, y, channel) -> 255 - inks(channel));

        byte[] rgb = decoded(DrawnJpeg.withAdobe(file, 0)).image().rgb();

        assertPixel(rgb, 215 * 205 / 255, 175 * 205 / 255, 205 / 5);
    }

    @Test
    void readsInksStoredAsLuminanceAndColour() {
        int[] paper = {255 - inks(0), 255 - inks(1), 255 - inks(2)};
        int[] complement = {255 - paper[0], 255 - paper[1], 255 - paper[2]};
        double luma = 0.299 * complement[0] + 0.587 * complement[1] + 0.114 * complement[2];
        double[] stored = {
            luma,
            128 + (complement[2] - luma) / 1.772,
            128 + (complement[0] - luma) / 1.402,
            255 - inks(3)
        };
        byte[] file =
                DrawnJpeg.ofChannels(
                        16, 16, 4, (x, y, channel) -> (int) Math.round(stored[channel]));

        byte[] rgb = decoded(DrawnJpeg.withAdobe(file, 2)).image().rgb();

        assertPixel(rgb, 215 * 205 / 255, 175 * 205 / 255, 205 / 5);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givesTheSamePictureWithAndWithoutTheNativeLibrary(boolean progressive)
            throws RefusedException {
        assertThat(NativeJpegDecoder.available()).isTrue();
        byte[] file = DrawnPictures.jpeg(DRAWN, 90, progressive);
        JdkJpegDecoder jdk = new JdkJpegDecoder();

        for (int reduction = 1; reduction <= 8; reduction *= 2) {
            Image byJdk = JpegPicture.open(file, ImageLimits.DEFAULT, jdk).pixels(reduction);
            Image byNative =
                    JpegPicture.open(file, ImageLimits.DEFAULT, new NativeJpegDecoder(jdk))
                            .pixels(reduction);

            assertAlike(byNative, byJdk, 1.5);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 30, 50, 75, 90, 100})
    void estimatesTheQualitySetting(int quality) {
        assertThat(decoded(DrawnPictures.jpeg(DRAWN, quality)).info().jpegQuality())
                .isBetween(quality - 2, quality + 2);
    }

    /** How much cyan, magenta, yellow and black of 255. */
    private static int inks(int channel) {
        return new int[] {40, 80, 204, 50}[channel];
    }

    private static void assertPixel(byte[] rgb, int red, int green, int blue) {
        Offset<Integer> close = Offset.offset(3);
        assertThat(rgb[0] & 0xFF).isCloseTo(red, close);
        assertThat(rgb[1] & 0xFF).isCloseTo(green, close);
        assertThat(rgb[2] & 0xFF).isCloseTo(blue, close);
    }
}
