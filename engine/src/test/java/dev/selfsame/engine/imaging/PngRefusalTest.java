package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngRefusalTest {

    private static final byte[] DATA =
            ChunkedPng.data(4, 3, 8, 2, false, (x, y, channel) -> x + y + channel);

    @ParameterizedTest
    @CsvSource({
        "0, 3, 8, 2",
        "4, 0, 8, 2",
        "-4, 3, 8, 2",
        "4, 3, 4, 2",
        "4, 3, 16, 3",
        "4, 3, 3, 0",
        "4, 3, 8, 1",
        "4, 3, 8, 7",
        "4, 3, 0, 0"
    })
    void refusesImpossibleHeaders(int width, int height, int bits, int type) {
        byte[] file =
                new ChunkedPng().header(width, height, bits, type, false).chunk("IDAT", DATA).end();

        assertThat(refusal(file)).isIn(Reason.BAD_HEADER, Reason.TOO_MANY_PIXELS);
    }

    @Test
    void refusesFilesWithoutTheirEnd() {
        byte[] file = new ChunkedPng().header(4, 3, 8, 2, false).chunk("IDAT", DATA).bytes();

        assertThat(refusal(file)).isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void refusesFilesWithoutPixelData() {
        assertThat(refusal(new ChunkedPng().header(4, 3, 8, 2, false).end()))
                .isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void refusesPixelDataThatEndBeforeTheLastRow() {
        byte[] rows = ChunkedPng.data(4, 2, 8, 2, false, (x, y, channel) -> x);

        assertThat(refusal(new ChunkedPng().header(4, 3, 8, 2, false).chunk("IDAT", rows).end()))
                .isEqualTo(Reason.TRUNCATED);
    }

    @Test
    void refusesMoreRowsThanStated() {
        byte[] rows = ChunkedPng.data(4, 4, 8, 2, false, (x, y, channel) -> x);

        assertThat(refusal(new ChunkedPng().header(4, 3, 8, 2, false).chunk("IDAT", rows).end()))
                .isEqualTo(Reason.CORRUPT);
    }

    @Test
    void refusesEveryDamagedByteThatMatters() {
        byte[] file = new ChunkedPng().header(4, 3, 8, 2, false).chunk("IDAT", DATA).end();
        for (int at = 8; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 0x10;
            assertThat(refusal(damaged)).as("byte %d", at).isNotNull();
        }
    }

    @Test
    void refusesUnknownFilters() {
        byte[] rows = ChunkedPng.deflated(new byte[] {5, 0, 0, 0});

        assertThat(refusal(new ChunkedPng().header(1, 1, 8, 2, false).chunk("IDAT", rows).end()))
                .isEqualTo(Reason.CORRUPT);
    }

    @Test
    void refusesPalettesThatAreMissingTwiceThereOrTooLong() {
        byte[] data = ChunkedPng.data(4, 3, 2, 3, false, (x, y, channel) -> x);
        ChunkedPng missing = new ChunkedPng().header(4, 3, 2, 3, false);
        ChunkedPng twice = new ChunkedPng().header(4, 3, 2, 3, false).chunk("PLTE", new byte[12]);
        ChunkedPng tooLong = new ChunkedPng().header(4, 3, 2, 3, false).chunk("PLTE", new byte[15]);

        assertThat(refusal(missing.chunk("IDAT", data).end())).isEqualTo(Reason.BAD_HEADER);
        assertThat(refusal(twice.chunk("PLTE", new byte[12]).chunk("IDAT", data).end()))
                .isEqualTo(Reason.BAD_HEADER);
        assertThat(refusal(tooLong.chunk("IDAT", data).end())).isEqualTo(Reason.BAD_HEADER);
    }

    @Test
    void refusesCriticalChunksItDoesNotKnowAndDataInTwoPieces() {
        ChunkedPng unknown = new ChunkedPng().header(4, 3, 8, 2, false).chunk("ABCD");
        ChunkedPng header = new ChunkedPng().header(4, 3, 8, 2, false).header(4, 3, 8, 2, false);
        byte[] inPieces =
                new ChunkedPng()
                        .header(4, 3, 8, 2, false)
                        .chunk("IDAT", DATA)
                        .chunk("tEXt")
                        .chunk("IDAT")
                        .end();

        assertThat(refusal(unknown.chunk("IDAT", DATA).end())).isEqualTo(Reason.CORRUPT);
        assertThat(refusal(header.chunk("IDAT", DATA).end())).isEqualTo(Reason.CORRUPT);
        assertThat(refusal(inPieces)).isEqualTo(Reason.CORRUPT);
    }
}
