package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.assertSame;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;

class TiffDecodingTest {

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "PackBits", "ZLib", "Deflate"})
    void readsEveryLosslessCompression(String compression) {
        BufferedImage drawn = DrawnPictures.drawn(203, 157);

        assertSame(
                decoded(DrawnPictures.tiff(drawn, compression)).image(), DrawnPictures.rgb(drawn));
    }

    @Test
    void readsUncompressed() {
        BufferedImage drawn = DrawnPictures.drawn(203, 157);

        assertSame(decoded(DrawnPictures.tiff(drawn)).image(), DrawnPictures.rgb(drawn));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_3BYTE_BGR
            })
    void readsEveryKindOfPixel(int type) {
        BufferedImage drawn = DrawnPictures.drawn(61, 47, type);

        assertSame(decoded(DrawnPictures.tiff(drawn, "LZW")).image(), DrawnPictures.rgb(drawn));
    }

    @Test
    void readsJpegStrips() {
        BufferedImage drawn = DrawnPictures.drawn(203, 157);

        assertAlike(
                decoded(DrawnPictures.tiff(drawn, "JPEG")).image(), DrawnPictures.rgb(drawn), 4);
    }
}
