package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.BmpFile.bytes;
import static dev.selfsame.engine.imaging.BmpFile.ints;
import static dev.selfsame.engine.imaging.Decoding.assertSame;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;

class BmpDecodingTest {

    private static final byte[] FOUR_COLOURS = ints(0x0A141E, 0x28323C, 0x46505A, 0x646E78);

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_USHORT_565_RGB,
                BufferedImage.TYPE_USHORT_555_RGB
            })
    void readsWhatTheJdkWrites(int type) {
        for (int width = 57; width < 61; width++) {
            BufferedImage drawn = DrawnPictures.drawn(width, 31, type);

            assertSame(decoded(DrawnPictures.bmp(drawn)).image(), DrawnPictures.rgb(drawn));
        }
    }

    @Test
    void readsRowsFromTheTopWhereTheHeightIsNegative() {
        byte[] pixels = bytes(1, 2, 3, 0, 4, 5, 6, 0);

        byte[] topDown = BmpFile.of(1, -2, 24, BmpFile.PLAIN, new byte[0], pixels);
        byte[] bottomUp = BmpFile.of(1, 2, 24, BmpFile.PLAIN, new byte[0], pixels);

        assertThat(decoded(topDown).image().rgb()).containsExactly(3, 2, 1, 6, 5, 4);
        assertThat(decoded(bottomUp).image().rgb()).containsExactly(6, 5, 4, 3, 2, 1);
    }

    @Test
    void readsTheOldHeader() {
        byte[] file = BmpFile.old(2, 1, 1, bytes(1, 2, 3, 4, 5, 6), bytes(0x40, 0, 0, 0));

        assertThat(decoded(file).image().rgb()).containsExactly(3, 2, 1, 6, 5, 4);
    }

    @Test
    void readsRunsOf8Bits() {
        byte[] runs = bytes(3, 1, 0, 0, 0, 3, 2, 3, 0, 0, 0, 0, 0, 1);

        byte[] file = BmpFile.of(3, 2, 8, BmpFile.RUNS_8, FOUR_COLOURS, runs);

        assertThat(decoded(file).image().rgb())
                .containsExactly(
                        70, 80, 90, 100, 110, 120, 10, 20, 30, 40, 50, 60, 40, 50, 60, 40, 50, 60);
    }

    @Test
    void readsRunsOf4Bits() {
        byte[] runs = bytes(3, 0x12, 0, 0, 0, 3, 0x23, 0, 0, 1);

        byte[] file = BmpFile.of(3, 2, 4, BmpFile.RUNS_4, FOUR_COLOURS, runs);

        assertThat(decoded(file).image().rgb())
                .containsExactly(
                        70, 80, 90, 100, 110, 120, 10, 20, 30, 40, 50, 60, 70, 80, 90, 40, 50, 60);
    }

    @Test
    void leavesWhatRunsSkipInTheFirstColour() {
        byte[] runs = bytes(1, 1, 0, 2, 1, 1, 1, 2, 0, 1, 0, 0);

        byte[] file = BmpFile.of(3, 2, 8, BmpFile.RUNS_8, FOUR_COLOURS, runs);

        assertThat(decoded(file).image().rgb())
                .containsExactly(
                        10, 20, 30, 10, 20, 30, 70, 80, 90, 40, 50, 60, 10, 20, 30, 10, 20, 30);
    }

    @Test
    void readsChannelsWhereTheMasksPutThem() {
        byte[] masks = ints(0x000003FF, 0x000FFC00, 0x3FF00000);

        byte[] file =
                BmpFile.of(2, 1, 32, BmpFile.FIELDS, masks, ints(0x3FF, 0x200 << 10 | 0x3FF << 20));

        assertThat(decoded(file).image().rgb()).containsExactly(-1, 0, 0, 0, (byte) 128, -1);
    }

    @Test
    void laysTransparencyOverWhiteUnlessAllIsTransparent() {
        byte[] masks = new byte[84];
        System.arraycopy(ints(0xFF0000, 0xFF00, 0xFF, 0xFF000000), 0, masks, 0, 16);

        byte[] mixed = withMasks(masks, ints(0xFF102030, 0x00102030));
        byte[] clear = withMasks(masks, ints(0x00102030, 0x00102030));

        assertThat(decoded(mixed).image().rgb()).containsExactly(16, 32, 48, -1, -1, -1);
        assertThat(decoded(clear).image().rgb()).containsExactly(16, 32, 48, 16, 32, 48);
    }

    @Test
    void readsTheResolution() {
        byte[] file = BmpFile.of(1, 1, 24, BmpFile.PLAIN, new byte[0], bytes(1, 2, 3, 0));

        assertThat(decoded(file).info().dpi()).isEqualTo(300);
    }

    /** A file with the header of 124 bytes, of which the masks are a part. */
    private static byte[] withMasks(byte[] masks, byte[] pixels) {
        byte[] file = BmpFile.of(124, 2, 1, 32, BmpFile.FIELDS, new byte[0], pixels);
        System.arraycopy(masks, 0, file, 54, masks.length);
        return file;
    }
}
