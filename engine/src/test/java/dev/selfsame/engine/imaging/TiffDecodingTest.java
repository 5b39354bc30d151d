package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.BmpFile.bytes;
import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.assertSame;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;

class TiffDecodingTest {

    @Test
    void readsUncompressed() {
        BufferedImage drawn = DrawnPictures.drawn(203, 157);

        assertSame(decoded(DrawnPictures.tiff(drawn)).image(), DrawnPictures.rgb(drawn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LZW", "PackBits", "ZLib", "Deflate"})
    void readsEveryLosslessCompression(String compression) {
        BufferedImage drawn = DrawnPictures.drawn(203, 157);

        assertSame(
                decoded(DrawnPictures.tiff(drawn, compression)).image(), DrawnPictures.rgb(drawn));
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

    @Test
    void readsSixteenBitsInBothByteOrders() {
        byte[] big = TiffFile.page(BIG_ENDIAN, 2, 1, 1, 16).strips(bytes(1, 2, 200, 3)).bytes();
        byte[] little =
                TiffFile.page(LITTLE_ENDIAN, 2, 1, 1, 16).strips(bytes(2, 1, 3, 200)).bytes();

        assertGrey(big, 1, 200);
        assertGrey(little, 1, 200);
    }

    @Test
    void readsFewBitsAsTheWholeRange() {
        byte[] file = TiffFile.page(BIG_ENDIAN, 4, 1, 1, 2).strips(bytes(0b00_01_10_11)).bytes();

        assertGrey(file, 0, 85, 170, 255);
    }

    @Test
    void readsInkInsteadOfLight() {
        assertGrey(TiffFile.page(BIG_ENDIAN, 2, 1, 0, 8).strips(bytes(0, 155)).bytes(), 255, 100);
    }

    @Test
    void readsDifferencesToTheLeft() {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 3, 2, 2, 8, 8, 8)
                        .shorts(317, 2)
                        .strips(bytes(9, 8, 7, 1, 2, 3, 255, 0, 1, 5, 5, 5, 1, 1, 1, 1, 1, 1))
                        .bytes();

        assertThat(decoded(file).image().rgb())
                .containsExactly(9, 8, 7, 10, 10, 10, 9, 10, 11, 5, 5, 5, 6, 6, 6, 7, 7, 7);
    }

    @Test
    void readsSixteenBitDifferences() {
        byte[] file =
                TiffFile.page(LITTLE_ENDIAN, 2, 1, 1, 16)
                        .shorts(317, 2)
                        .strips(bytes(0xFF, 0x01, 0x01, 0x02))
                        .bytes();

        assertGrey(file, 1, 4);
    }

    @Test
    void readsPlanes() {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 2, 2, 2, 8, 8, 8)
                        .shorts(284, 2)
                        .strips(bytes(1, 2, 3, 4), bytes(5, 6, 7, 8), bytes(9, 10, 11, 12))
                        .bytes();

        assertThat(decoded(file).image().rgb())
                .containsExactly(1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12);
    }

    @Test
    void readsTilesThatReachBeyondTheEdge() {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 3, 3, 1, 8)
                        .tiles(
                                2,
                                2,
                                bytes(1, 2, 4, 5),
                                bytes(3, 0, 6, 0),
                                bytes(7, 8, 0, 0),
                                bytes(9, 0, 0, 0))
                        .bytes();

        assertGrey(file, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void readsInks() {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 1, 1, 5, 8, 8, 8, 8)
                        .strips(bytes(40, 80, 204, 50))
                        .bytes();

        assertThat(decoded(file).image().rgb()).containsExactly(173, 141, 41);
    }

    @Test
    void readsLuminanceAndColour() {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 1, 1, 6, 8, 8, 8)
                        .shorts(530, 1, 1)
                        .strips(bytes(50, 120, 190))
                        .bytes();

        assertThat(decoded(file).image().rgb()).containsExactly(137, 8, 36);
    }

    @Test
    void laysTransparencyOverWhiteWhetherMultipliedOrNot() {
        byte[] plain =
                TiffFile.page(BIG_ENDIAN, 1, 1, 2, 8, 8, 8, 8)
                        .shorts(338, 2)
                        .strips(bytes(100, 0, 200, 51))
                        .bytes();
        byte[] multiplied =
                TiffFile.page(BIG_ENDIAN, 1, 1, 2, 8, 8, 8, 8)
                        .shorts(338, 1)
                        .strips(bytes(20, 0, 40, 51))
                        .bytes();

        assertThat(decoded(plain).image().rgb()).containsExactly(224, 204, 244);
        assertThat(decoded(multiplied).image().rgb()).containsExactly(224, 204, 244);
    }

    @Test
    void readsTheFirstPageOnly() {
        byte[] file = TiffFile.page(BIG_ENDIAN, 1, 1, 1, 8).strips(bytes(77)).bytes();
        file[file.length - 1] = 8;

        assertGrey(file, 77);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsTheResolution(int unit) {
        byte[] file =
                TiffFile.page(BIG_ENDIAN, 1, 1, 1, 8)
                        .ratio(282, unit == 2 ? 5000 : 5000 * 100 / 254, 10)
                        .shorts(296, unit)
                        .strips(bytes(77))
                        .bytes();

        assertThat(decoded(file).info().dpi()).isEqualTo(500);
    }

    private static void assertGrey(byte[] file, int... expected) {
        byte[] rgb = decoded(file).image().rgb();
        assertThat(rgb).hasSize(expected.length * 3);
        for (int i = 0; i < rgb.length; i++) {
            assertThat(rgb[i] & 0xFF).isEqualTo(expected[i / 3]);
        }
    }
}
