package dev.selfsame.engine.imaging;

/**
 * A marker and, unless it is one that stands alone, the segment it begins (ITU-T T.81, B.1.1.4).
 *
 * @param marker second byte of the marker
 * @param start position of the marker
 * @param end first byte after the segment
 */
record JpegSegment(int marker, int start, int end) {

    static final int DHT = 0xC4;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DRI = 0xDD;
    private static final int RST0 = 0xD0;
    private static final int RST7 = 0xD7;
    private static final int APP0 = 0xE0;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int TEM = 0x01;

    static JpegSegment at(Bytes jpeg, int position) throws RefusedException {
        if (jpeg.u8(position) != 0xFF) {
            throw RefusedException.corrupt("a JPEG marker is missing");
        }
        int start = position;
        // why: any number of fill bytes may stand before a marker
        while (jpeg.u8(start + 1L) == 0xFF) {
            start++;
        }
        int marker = jpeg.u8(start + 1L);
        if (marker == 0 || marker == SOI) {
            throw RefusedException.corrupt("a JPEG marker is out of place");
        }
        if (marker == EOI || marker == TEM || isRestart(marker)) {
            return new JpegSegment(marker, start, start + 2);
        }
        int length = jpeg.u16(start + 2L);
        if (length < 2) {
            throw RefusedException.corrupt("a JPEG segment without a length");
        }
        jpeg.require(start + 2L, length);
        return new JpegSegment(marker, start, start + 2 + length);
    }

    static boolean isRestart(int marker) {
        return marker >= RST0 && marker <= RST7;
    }

    /** Whether it belongs to an application or is a comment: anything can stand in it. */
    boolean isFree() {
        return (marker >= APP0 && marker <= APP15) || marker == COMMENT;
    }

    /** What stands behind the length. */
    Bytes content(Bytes jpeg) throws RefusedException {
        int bytes = Math.max(0, end - start - 4);
        return jpeg.slice(bytes == 0 ? start : start + 4, bytes);
    }
}
