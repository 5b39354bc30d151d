package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.decoded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.DecodeResult.Reason;
import dev.selfsame.engine.imaging.DecodeResult.Refused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.stream.Stream;

/** Small files that ask for much: they are refused before they get it. */
class BombTest {

    /** Made before anything is measured: the first one loads the native library. */
    private static final ImageDecoder DECODER = Decoding.DECODER;

    private static final BufferedImage DRAWN = DrawnPictures.drawn(64, 48);

    /** A side whose square is just within the limit of 50 megapixels. */
    private static final int ALLOWED = 7000;

    /** What a refusal may take: mostly the first megabyte of rows. */
    private static final long MOST_BYTES = 4_000_000;

    static Stream<Arguments> tooManyPixels() {
        return Stream.of(
                Arguments.of("jpeg", jpegOf(60_000, 60_000)),
                Arguments.of("png", pngOf(2_000_000_000, 2_000_000_000)),
                Arguments.of("bmp", bmpOf(0x7FFFFFFF, -0x7FFFFFFF)),
                Arguments.of("tiff", tiffOf(0xFFFFFFFFL, 0xFFFFFFFFL)),
                Arguments.of("wsq", wsqOf(60_000, 60_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooManyPixels")
    void refusesSizesAboveTheLimit(String name, byte[] file) {
        assertRefusedCheaply(file, Reason.TOO_MANY_PIXELS);
    }

    static Stream<Arguments> tooFewData() {
        return Stream.of(
                Arguments.of("jpeg", jpegOf(ALLOWED, ALLOWED)),
                Arguments.of("png", pngOf(ALLOWED, ALLOWED)),
                Arguments.of("bmp", bmpOf(ALLOWED, ALLOWED)),
                Arguments.of("runs", runsOf(ALLOWED, ALLOWED)),
                Arguments.of("tiff", tiffOf(ALLOWED, ALLOWED)),
                Arguments.of("wsq", wsqOf(ALLOWED, ALLOWED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooFewData")
    void refusesAllowedSizesThatTheDataCannotFill(String name, byte[] file) {
        assertRefusedCheaply(file, Reason.TRUNCATED);
    }

    @Test
    void refusesPixelDataThatNeverEnd() {
        byte[] zeros = ChunkedPng.deflated(new byte[100_000_000]);

        byte[] file = new ChunkedPng().header(10, 10, 8, 0, false).chunk("IDAT", zeros).end();

        assertRefusedCheaply(file, Reason.CORRUPT);
    }

    @Test
    void refusesLargePicturesWhoseDataBreakOff() {
        byte[] zeros = ChunkedPng.deflated(new byte[ALLOWED * 20]);
        byte[] random = new byte[100_000];
        new Random(1).nextBytes(random);
        for (boolean interlaced : new boolean[] {false, true}) {
            byte[] file =
                    new ChunkedPng()
                            .header(ALLOWED, ALLOWED, 8, 0, interlaced)
                            .chunk("IDAT", zeros)
                            .chunk("IDAT", random)
                            .end();

            assertRefusedCheaply(file, Reason.TRUNCATED);
        }
    }

    @Test
    void neverInflatesTextsAndProfiles() {
        byte[] zeros = ChunkedPng.deflated(new byte[100_000_000]);
        ByteBuffer text = ByteBuffer.allocate(3 + zeros.length).put(new byte[] {'a', 0, 0});
        byte[] content = text.put(zeros).array();
        byte[] file =
                new ChunkedPng()
                        .header(1, 1, 8, 0, false)
                        .chunk("iCCP", content)
                        .chunk("zTXt", content)
                        .chunk("iTXt", content)
                        .chunk("IDAT", ChunkedPng.data(1, 1, 8, 0, false, (x, y, channel) -> 7))
                        .end();

        Allocation before = Allocation.now();
        assertThat(decoded(file).image().rgb()).containsExactly(7, 7, 7);
        assertThat(before.bytesSince()).isLessThan(MOST_BYTES);
    }

    @Test
    void refusesTiffStripsThatBreakOff() {
        byte[] zeros = ChunkedPng.deflated(new byte[ALLOWED * ALLOWED / 2]);
        byte[] file =
                TiffFile.page(ByteOrder.LITTLE_ENDIAN, ALLOWED, ALLOWED, 1, 8)
                        .shorts(259, 8)
                        .strips(zeros)
                        .bytes();

        assertThat(refused(file).reason()).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void refusesTilesMuchLargerThanThePicture() {
        byte[] file =
                TiffFile.page(ByteOrder.LITTLE_ENDIAN, 1, 1, 1, 8)
                        .shorts(259, 8)
                        .tiles(65_536, 65_536, ChunkedPng.deflated(new byte[1000]))
                        .bytes();

        assertRefusedCheaply(file, Reason.UNSUPPORTED);
    }

    @Test
    void refusesTiffsOfMillionsOfStrips() {
        byte[] file =
                TiffFile.page(ByteOrder.LITTLE_ENDIAN, 100, 65_000, 1, 8)
                        .longs(278, 1)
                        .longs(279, new long[2_000_000])
                        .longs(273, new long[2_000_000])
                        .bytes();

        assertThat(refused(file).reason()).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesJpegsOfEndlessScans() {
        byte[] file = DrawnPictures.jpeg(DRAWN, 80, true);
        int scan = DrawnJpeg.indexOf(file, 0xDA);
        ByteBuffer many = ByteBuffer.allocate(file.length + 100 * 12);
        many.put(file, 0, file.length - 2);
        for (int i = 0; i < 100; i++) {
            many.put(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, file[scan + 5], 0, 1, 1, 1});
            many.put(new byte[] {0, 0});
        }
        byte[] repeated = many.put(new byte[] {(byte) 0xFF, (byte) 0xD9}).array();

        assertRefusedCheaply(repeated, Reason.UNSUPPORTED);
    }

    @Test
    void refusesCutJpegsOfManyPixelsWithoutTheirPixels() {
        byte[] cut =
                DrawnJpeg.cutAndClosed(
                        DrawnPictures.jpeg(DrawnPictures.drawn(4000, 3000), 90), 0.5);

        assertRefusedCheaply(cut, Reason.TRUNCATED);
    }

    private static void assertRefusedCheaply(byte[] file, Reason reason) {
        Allocation before = Allocation.now();
        Refused refused = refused(file);
        assertThat(before.bytesSince()).isLessThan(MOST_BYTES);
        assertThat(refused.reason()).as(refused.detail()).isEqualTo(reason);
    }

    private static Refused refused(byte[] file) {
        return switch (DECODER.decode(file)) {
            case Refused refused -> refused;
            case Decoded decoded -> fail("decoded: " + decoded.info());
        };
    }

    private static byte[] jpegOf(int width, int height) {
        byte[] file = DrawnPictures.jpeg(DRAWN, 80);
        int frame = DrawnJpeg.indexOf(file, 0xC0);
        ByteBuffer.wrap(file)
                .putShort(frame + 5, (short) height)
                .putShort(frame + 7, (short) width);
        return file;
    }

    private static byte[] pngOf(int width, int height) {
        return new ChunkedPng()
                .header(width, height, 8, 2, false)
                .chunk("IDAT", ChunkedPng.deflated(new byte[50_000]))
                .end();
    }

    private static byte[] bmpOf(int width, int height) {
        return BmpFile.of(width, height, 24, BmpFile.PLAIN, new byte[0], new byte[1000]);
    }

    private static byte[] runsOf(int width, int height) {
        return BmpFile.of(width, height, 8, BmpFile.RUNS_8, new byte[1024], new byte[1000]);
    }

    private static byte[] tiffOf(long width, long height) {
        return new TiffFile(ByteOrder.BIG_ENDIAN)
                .longs(256, width)
                .longs(257, height)
                .shorts(258, 8)
                .shorts(259, 8)
                .strips(ChunkedPng.deflated(new byte[10_000]))
                .bytes();
    }

    private static byte[] wsqOf(int width, int height) {
        byte[] file = WsqFile.of(DrawnPictures.rgb(DRAWN), 500);
        for (int at = 0; at < file.length - 1; at++) {
            if (file[at] == (byte) 0xFF && file[at + 1] == (byte) 0xA2) {
                ByteBuffer.wrap(file)
                        .putShort(at + 6, (short) height)
                        .putShort(at + 8, (short) width);
                return file;
            }
        }
        return fail("no frame header");
    }
}
