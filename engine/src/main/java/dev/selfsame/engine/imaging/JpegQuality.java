package dev.selfsame.engine.imaging;

/**
 * Estimates the quality setting of the encoder by comparing the file's luminance quantisation table
 * with the example table of ITU-T T.81, annex K.1, which the Independent JPEG Group's encoder
 * scales by {@code 5000 / quality} below 50 and {@code 200 - 2 * quality} above.
 */
final class JpegQuality {

    /** Annex K.1 in zig-zag order. */
    private static final int[] LUMINANCE = {
        16, 11, 12, 14, 12, 10, 16, 14, 13, 14, 18, 17, 16, 19, 24, 40,
        26, 24, 22, 22, 24, 49, 35, 37, 29, 40, 58, 51, 61, 60, 57, 51,
        56, 55, 64, 72, 92, 78, 64, 68, 87, 69, 55, 56, 80, 109, 81, 87,
        95, 98, 103, 104, 103, 62, 77, 113, 121, 112, 100, 120, 92, 101, 103, 99
    };

    private JpegQuality() {}

    /** Quality 1..100 by table 0 of a DQT segment, -1 where the segment does not define it. */
    static int ofTables(Bytes content) throws RefusedException {
        int at = 0;
        while (at < content.length()) {
            int kind = content.u8(at);
            int bytes = kind >> 4 == 0 ? 1 : 2;
            if (!content.has(at + 1L, 64L * bytes)) {
                throw RefusedException.corrupt("a JPEG quantisation table is cut off");
            }
            if ((kind & 0x0F) == 0) {
                return ofTable(content, at + 1, bytes);
            }
            at += 1 + 64 * bytes;
        }
        return -1;
    }

    private static int ofTable(Bytes content, int at, int bytes) throws RefusedException {
        double percent = 0;
        for (int i = 0; i < 64; i++) {
            int step = bytes == 1 ? content.u8(at + i) : content.u16(at + 2L * i);
            percent += 100.0 * step / LUMINANCE[i];
        }
        percent /= 64;
        double quality = percent <= 100 ? (200 - percent) / 2 : 5000 / percent;
        return (int) Math.clamp(Math.round(quality), 1L, 100L);
    }
}
