package dev.selfsame.server.status;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A picture of nobody: curved ridges such as fingers have, and no face. */
final class TestPicture {

    private static final int SIDE = 256;
    private static final int HEADER_BYTES = 54;
    private static final int INFO_BYTES = 40;
    private static final int PIXEL_BITS = 24;
    private static final double RIDGE_PIXELS = 9;

    private TestPicture() {}

    /** As a BMP file. */
    static byte[] bmp() {
        int length = HEADER_BYTES + SIDE * SIDE * PIXEL_BITS / Byte.SIZE;
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(length).putInt(0).putInt(HEADER_BYTES);
        file.putInt(INFO_BYTES).putInt(SIDE).putInt(SIDE).putShort((short) 1);
        file.putShort((short) PIXEL_BITS).putInt(0).putInt(length - HEADER_BYTES);
        file.putInt(0).putInt(0).putInt(0).putInt(0);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                byte grey = grey(x, y);
                file.put(grey).put(grey).put(grey);
            }
        }
        return file.array();
    }

    private static byte grey(int x, int y) {
        double distance = Math.hypot(x - SIDE / 2.0, y - SIDE * 1.25);
        return (byte) Math.round(128 + 100 * Math.sin(2 * Math.PI * distance / RIDGE_PIXELS));
    }
}
