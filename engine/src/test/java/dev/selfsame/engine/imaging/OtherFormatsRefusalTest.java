package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.BmpFile.bytes;
import static dev.selfsame.engine.imaging.BmpFile.ints;
import static dev.selfsame.engine.imaging.Decoding.decoded;
import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.ByteOrder.BIG_ENDIAN;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;

/** BMP, TIFF and WSQ files that are short, contradict themselves or are of a variety not read. */
class OtherFormatsRefusalTest {

    private static final byte[] BMP =
            BmpFile.of(3, 2, 24, BmpFile.PLAIN, new byte[0], new byte[24]);

    @ParameterizedTest
    @CsvSource({
        "14, 39, BAD_HEADER", // header length
        "14, 125, BAD_HEADER",
        "18, 0, BAD_HEADER", // width
        "18, -3, BAD_HEADER",
        "22, 0, BAD_HEADER", // height
        "28, 7, BAD_HEADER", // bits
        "30, 1, BAD_HEADER", // runs of 8 bits in a picture of 24
        "30, 4, UNSUPPORTED", // a JPEG inside
        "30, 3, BAD_HEADER", // masks for 24 bits
        "10, 20, BAD_HEADER", // pixels inside the header
        "10, 70, TRUNCATED", // pixels too near the end
        "10, 100000, TRUNCATED",
        "10, -2, BAD_HEADER"
    })
    void refusesOddBitmapHeaders(int at, int value, Reason reason) {
        byte[] file = BMP.clone();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);

        assertThat(refusal(file)).isEqualTo(reason);
    }

    @Test
    void refusesBitmapsShortOfARow() {
        assertThat(refusal(Arrays.copyOf(BMP, BMP.length - 4))).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void readsBitmapsShortOfTheLastPadding() {
        assertThat(decoded(Arrays.copyOf(BMP, BMP.length - 3)).image().rgb()).hasSize(18);
    }

    @Test
    void refusesMasksWithGaps() {
        byte[] file = BmpFile.of(1, 1, 32, BmpFile.FIELDS, ints(0xF0F, 0xF0, 0xF000), ints(1));

        assertThat(refusal(file)).isEqualTo(Reason.BAD_HEADER);
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of(bytes(4, 1, 0, 1), Reason.CORRUPT),
                Arguments.of(bytes(0, 4, 1, 1, 1, 1, 0, 1), Reason.CORRUPT),
                Arguments.of(bytes(0, 2, 200, 200, 1, 1, 0, 1), Reason.CORRUPT),
                Arguments.of(bytes(3, 1, 0, 0), Reason.TRUNCATED),
                Arguments.of(bytes(3, 1, 0, 0, 0, 9), Reason.TRUNCATED));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void refusesRunsThatLeaveThePictureOrEndEarly(byte[] runs, Reason reason) {
        byte[] file = BmpFile.of(3, 2, 8, BmpFile.RUNS_8, new byte[1024], runs);

        assertThat(refusal(file)).isEqualTo(reason);
    }

    static Stream<Arguments> tiffs() {
        byte[] strip = new byte[12];
        return Stream.of(
                Arguments.of(page().strips(new byte[11]), Reason.TRUNCATED),
                Arguments.of(page().strips(strip).longs(279, 13_000), Reason.TRUNCATED),
                Arguments.of(page().strips(strip).longs(273, 0x7FFFFFFF), Reason.TRUNCATED),
                Arguments.of(page().strips(strip).longs(273, 0xFFFFFFFFL), Reason.TRUNCATED),
                Arguments.of(page().strips(strip, strip), Reason.BAD_HEADER),
                Arguments.of(page(), Reason.BAD_HEADER),
                Arguments.of(page().strips(strip).longs(278, 0), Reason.BAD_HEADER),
                Arguments.of(page().tiles(0, 16, strip), Reason.BAD_HEADER),
                Arguments.of(page().strips(strip).shorts(256, 0), Reason.BAD_HEADER),
                Arguments.of(page().strips(strip).shorts(258, 7), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(259, 4), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(262, 8), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(262, 3), Reason.BAD_HEADER),
                Arguments.of(page().strips(strip).shorts(262, 2), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(266, 2), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(277, 0), Reason.BAD_HEADER),
                Arguments.of(page().strips(strip).shorts(317, 3), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(339, 3), Reason.UNSUPPORTED),
                Arguments.of(page().strips(strip).shorts(259, 8), Reason.CORRUPT),
                Arguments.of(page().strips(strip).shorts(259, 5), Reason.TRUNCATED),
                Arguments.of(page().strips(strip).shorts(259, 7), Reason.CORRUPT));
    }

    @ParameterizedTest
    @MethodSource("tiffs")
    void refusesOddTiffs(TiffFile file, Reason reason) {
        assertThat(refusal(file.bytes())).isEqualTo(reason);
    }

    @Test
    void refusesTiffsWhoseDirectoryIsElsewhere() {
        byte[] file = page().strips(new byte[12]).bytes();
        ByteBuffer.wrap(file).putInt(4, 0x7FFFFFF0);

        assertThat(refusal(file)).isEqualTo(Reason.TRUNCATED);
    }

    private static TiffFile page() {
        return TiffFile.page(BIG_ENDIAN, 4, 3, 1, 8);
    }

    @ParameterizedTest
    @CsvSource({"161, TRUNCATED", "162, BAD_HEADER", "164, BAD_HEADER", "165, BAD_HEADER"})
    void refusesWsqFilesWithoutAPart(int marker, Reason reason) {
        byte[] file = wsq();
        int at = indexOf(file, marker);
        byte[] cut = Arrays.copyOf(file, at);
        if (marker != 0xA1) {
            int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
            cut = Arrays.copyOf(file, file.length - 2 - length);
            System.arraycopy(file, at + 2 + length, cut, at, cut.length - at);
        }

        assertThat(refusal(cut)).isEqualTo(reason);
    }

    @Test
    void refusesWsqBlocksThatEndEarly() {
        byte[] file = wsq();
        byte[] cut = Arrays.copyOf(file, file.length - 300);
        cut[cut.length - 3] = 0;
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xA1;

        assertThat(refusal(cut)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void refusesWsqFilesOfNoSize() {
        byte[] file = wsq();
        int frame = indexOf(file, 0xA2);
        file[frame + 6] = 0;
        file[frame + 7] = 0;

        assertThat(refusal(file)).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesWsqFiltersItCannotMirror() {
        byte[] file = wsq();
        file[indexOf(file, 0xA4) + 4] = 8;

        assertThat(refusal(file)).isEqualTo(Reason.UNSUPPORTED);
    }

    private static byte[] wsq() {
        return WsqFile.of(DrawnPictures.rgb(DrawnPictures.drawn(64, 48)), 500);
    }

    private static int indexOf(byte[] file, int marker) {
        int at = 0;
        while (file[at] != (byte) 0xFF || file[at + 1] != (byte) marker) {
            at++;
        }
        return at;
    }
}
