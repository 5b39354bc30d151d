package dev.selfsame.engine.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes bitmaps by hand, right and wrong ones. */
final class BmpFile {

    static final int PLAIN = 0;
    static final int RUNS_8 = 1;
    static final int RUNS_4 = 2;
    static final int FIELDS = 3;

    private BmpFile() {}

    /** A file with the usual header of 40 bytes; {@code tables} are masks and palette. */
    static byte[] of(
            int width, int height, int bits, int compression, byte[] tables, byte[] pixels) {
        return of(40, width, height, bits, compression, tables, pixels);
    }

    static byte[] of(
            int headerBytes,
            int width,
            int height,
            int bits,
            int compression,
            byte[] tables,
            byte[] pixels) {
        int start = 14 + headerBytes + tables.length;
        byte[] file = new byte[start + pixels.length];
        ByteBuffer out = over(file);
        out.put(new byte[] {'B', 'M'}).putInt(start + pixels.length).putInt(0).putInt(start);
        out.putInt(headerBytes).putInt(width).putInt(height);
        out.putShort((short) 1).putShort((short) bits).putInt(compression);
        out.putInt(0).putInt(11_811).putInt(11_811).putInt(0).putInt(0);
        out.position(14 + headerBytes).put(tables).put(pixels);
        return file;
    }

    /** The header of OS/2 1.x: sizes of 16 bits, three bytes a colour. */
    static byte[] old(int width, int height, int bits, byte[] palette, byte[] pixels) {
        int start = 26 + palette.length;
        byte[] file = new byte[start + pixels.length];
        ByteBuffer out = over(file);
        out.put(new byte[] {'B', 'M'}).putInt(file.length).putInt(0).putInt(start);
        out.putInt(12).putShort((short) width).putShort((short) height);
        out.putShort((short) 1).putShort((short) bits).put(palette).put(pixels);
        return file;
    }

    static byte[] ints(int... values) {
        byte[] file = new byte[values.length * 4];
        ByteBuffer out = over(file);
        for (int value : values) {
            out.putInt(value);
        }
        return file;
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static ByteBuffer over(byte[] file) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }
}
