package dev.selfsame.engine.imaging;

import java.util.zip.CRC32;

/** The chunks of a PNG one after the other (ISO/IEC 15948, clause 5). */
final class PngChunks {

    static final int IHDR = 0x49484452;
    static final int PLTE = 0x504C5445;
    static final int IDAT = 0x49444154;
    static final int IEND = 0x49454E44;
    static final int TRNS = 0x74524E53;
    static final int PHYS = 0x70485973;
    static final int EXIF = 0x65584966;

    static final int FIRST = 8;

    /** Length, type and checksum. */
    private static final int FRAME_BYTES = 12;

    /** Bit 5 of the type's first letter: lower case means that a decoder may ignore the chunk. */
    private static final int ANCILLARY = 0x20000000;

    private PngChunks() {}

    /** A chunk's type, and where its data are. */
    record Chunk(int type, int data, int length) {

        int next() {
            return data + length + 4;
        }

        boolean critical() {
            return (type & ANCILLARY) == 0;
        }
    }

    static Chunk at(Bytes png, int position) throws RefusedException {
        if (!png.has(position, FRAME_BYTES)) {
            throw RefusedException.truncated("it ends before its IEND chunk");
        }
        long length = png.u32(position);
        if (!png.has(position, FRAME_BYTES + length)) {
            throw RefusedException.truncated("a PNG chunk runs past the end of the file");
        }
        return new Chunk(png.s32(position + 4L), position + 8, (int) length);
    }

    static void checkCrc(Bytes png, Chunk chunk) throws RefusedException {
        CRC32 crc = new CRC32();
        crc.update(png.array(), png.start() + chunk.data() - 4, chunk.length() + 4);
        if ((int) crc.getValue() != png.s32(chunk.data() + (long) chunk.length())) {
            throw RefusedException.corrupt("the checksum of a PNG chunk does not fit");
        }
    }
}
