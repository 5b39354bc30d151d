package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.assertAlike;
import static dev.selfsame.engine.imaging.Decoding.assertSame;
import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

class OrientationTest {

    private static final BufferedImage UPRIGHT = DrawnPictures.drawn(80, 48);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsJpegsUpright(int orientation) {
        byte[] plain = DrawnPictures.jpeg(stored(orientation), 95);

        Decoded read = decoded(DrawnJpeg.withExif(plain, exif(orientation)));

        assertAlike(read.image(), decoded(DrawnPictures.jpeg(UPRIGHT, 95)).image(), 1.5);
        assertThat(read.info().orientation()).isEqualTo(orientation);
        assertThat(read.info().fileWidth()).isEqualTo(80);
        assertThat(read.info().fileHeight()).isEqualTo(48);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsReducedJpegsUpright(int orientation) {
        byte[] plain = DrawnPictures.jpeg(stored(orientation), 95);

        Decoded read = decoded(DrawnJpeg.withExif(plain, exif(orientation)), 20);

        assertThat(read.info().reduction()).isEqualTo(4);
        assertAlike(read.image(), decoded(DrawnPictures.jpeg(UPRIGHT, 95), 20).image(), 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPngsUpright(int orientation) {
        Image stored = DrawnPictures.rgb(stored(orientation));
        byte[] data =
                ChunkedPng.data(
                        stored.width(),
                        stored.height(),
                        8,
                        2,
                        false,
                        (x, y, channel) -> stored.rgb()[(y * stored.width() + x) * 3 + channel]);
        byte[] file =
                new ChunkedPng()
                        .header(stored.width(), stored.height(), 8, 2, false)
                        .chunk("IDAT", data)
                        .chunk("eXIf", exif(orientation).bytes())
                        .end();

        assertSame(decoded(file).image(), DrawnPictures.rgb(UPRIGHT));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsTiffsUpright(int orientation) {
        Image stored = DrawnPictures.rgb(stored(orientation));
        byte[] file =
                TiffFile.page(ByteOrder.BIG_ENDIAN, stored.width(), stored.height(), 2, 8, 8, 8)
                        .shorts(274, orientation)
                        .strips(stored.rgb())
                        .bytes();

        assertSame(decoded(file).image(), DrawnPictures.rgb(UPRIGHT));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void takesAnUnknownOrientationForUpright(int orientation) {
        byte[] plain = DrawnPictures.jpeg(UPRIGHT, 95);

        Decoded read = decoded(DrawnJpeg.withExif(plain, exif(orientation)));

        assertThat(read.info().orientation()).isEqualTo(1);
        assertSame(read.image(), decoded(plain).image());
    }

    @Test
    void ignoresBrokenExif() {
        byte[] plain = DrawnPictures.jpeg(UPRIGHT, 95);
        byte[] exif = "Exif\0\0II*\0\u00FF\u00FF\u00FF\u007F".getBytes(StandardCharsets.ISO_8859_1);

        assertSame(decoded(DrawnJpeg.with(plain, 0xE1, exif)).image(), decoded(plain).image());
    }

    private static TiffFile exif(int orientation) {
        return new TiffFile(ByteOrder.LITTLE_ENDIAN).shorts(274, orientation);
    }

    /** The upright picture as a camera held that way stores it; after the table of EXIF 2.3. */
    private static BufferedImage stored(int orientation) {
        boolean swap = orientation >= 5;
        int width = swap ? 48 : 80;
        int height = swap ? 80 : 48;
        BufferedImage stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int x =
                        switch (orientation) {
                            case 1, 4 -> column;
                            case 2, 3 -> 79 - column;
                            case 5, 8 -> row;
                            default -> 79 - row;
                        };
                int y =
                        switch (orientation) {
                            case 1, 2 -> row;
                            case 3, 4 -> 47 - row;
                            case 5, 6 -> column;
                            default -> 47 - column;
                        };
                stored.setRGB(column, row, UPRIGHT.getRGB(x, y));
            }
        }
        return stored;
    }
}
