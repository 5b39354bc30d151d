package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;

import org.jnbis.api.Jnbis;
import org.jnbis.api.model.Bitmap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class WsqDecodingTest {

    private static final Path SAMPLES = Path.of("../../shared/data/fp_samples");

    @ParameterizedTest
    @CsvSource({"256, 256", "301, 203", "64, 97", "33, 35", "1, 1", "1, 40", "17, 2"})
    void readsWhatItsTestEncoderWrote(int width, int height) {
        Image drawn = grey(width, height);

        Decoded read = decoded(WsqFile.of(drawn, 500));

        assertThat(read.info().format()).isEqualTo(ImageFormat.WSQ);
        assertThat(read.info().dpi()).isEqualTo(500);
        assertAlike(read.image(), drawn, 3);
    }

    @ParameterizedTest
    @CsvSource({"256, 256", "301, 203", "320, 257", "97, 99"})
    void agreesWithAnotherDecoder(int width, int height) {
        byte[] file = WsqFile.of(grey(width, height), 500);

        assertAlike(decoded(file).image(), byAnotherDecoder(file), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jnbis/sample.wsq", "sourceafis-java/sourceafis/wsq-original.wsq"})
    void agreesWithAnotherDecoderOnRealPrints(String name) throws IOException {
        assumeTrue(Files.exists(SAMPLES), "needs ../shared/data, which only some machines have");
        byte[] file = Files.readAllBytes(SAMPLES.resolve(name));

        assertAlike(decoded(file).image(), byAnotherDecoder(file), 0.001);
    }

    @Test
    void statesNoResolutionWithoutAComment() {
        byte[] file = WsqFile.of(grey(64, 64), 500);
        byte[] without = new byte[file.length];
        System.arraycopy(file, 0, without, 0, file.length);
        without[6] = 'X';

        assertThat(decoded(without).info().dpi()).isZero();
    }

    private static Image grey(int width, int height) {
        BufferedImage drawn = DrawnPictures.drawn(width, height);
        Image image = DrawnPictures.rgb(drawn);
        byte[] rgb = image.rgb();
        for (int i = 0; i < rgb.length; i += 3) {
            rgb[i + 1] = rgb[i];
            rgb[i + 2] = rgb[i];
        }
        return image;
    }

    private static Image byAnotherDecoder(byte[] file) {
        Bitmap bitmap = Jnbis.wsq().decode(file).asBitmap();
        byte[] rgb = new byte[bitmap.getPixels().length * 3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = bitmap.getPixels()[i / 3];
        }
        return new Image(bitmap.getWidth(), bitmap.getHeight(), rgb);
    }
}
