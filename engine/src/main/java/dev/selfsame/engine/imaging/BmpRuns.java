package dev.selfsame.engine.imaging;

/** Undoes the run-length coding of bitmaps with 4 and 8 bits a pixel. */
final class BmpRuns {

    private static final int ESCAPE = 0;
    private static final int END_OF_ROW = 0;
    private static final int END_OF_PICTURE = 1;
    private static final int MOVE = 2;

    private final Bytes bmp;
    private final boolean halfBytes;
    private final int width;
    private final int height;
    private final byte[] indices;
    private long position;
    private int x;
    private int y;

    private BmpRuns(Bytes bmp, BmpHeader header) {
        this.bmp = bmp;
        this.halfBytes = header.packing() == BmpHeader.Packing.RUNS_OF_4_BITS;
        this.width = header.size().width();
        this.height = header.size().height();
        this.indices = new byte[width * height];
        this.position = header.pixels();
    }

    /** Palette index of every pixel, rows in stored order; what was skipped over is index 0. */
    static byte[] indices(Bytes bmp, BmpHeader header) throws RefusedException {
        BmpRuns runs = new BmpRuns(bmp, header);
        // why: the end mark may be missing behind the last row
        while (runs.y < runs.height) {
            if (!runs.step()) {
                break;
            }
        }
        return runs.indices;
    }

    /** One code; false at the end of the picture. */
    private boolean step() throws RefusedException {
        int count = bmp.u8(position);
        int value = bmp.u8(position + 1);
        position += 2;
        if (count != ESCAPE) {
            for (int i = 0; i < count; i++) {
                put(halfBytes ? half(value, i) : value);
            }
            return true;
        }
        switch (value) {
            case END_OF_ROW -> {
                x = 0;
                y++;
            }
            case END_OF_PICTURE -> {
                return false;
            }
            case MOVE -> {
                x += bmp.u8(position);
                y += bmp.u8(position + 1);
                position += 2;
                if (x > width || y >= height) {
                    throw RefusedException.corrupt("a bitmap run crosses the edge");
                }
            }
            default -> literal(value);
        }
        return true;
    }

    private void literal(int count) throws RefusedException {
        for (int i = 0; i < count; i++) {
            put(halfBytes ? half(bmp.u8(position + i / 2), i) : bmp.u8(position + i));
        }
        int bytes = halfBytes ? (count + 1) / 2 : count;
        position += bytes + bytes % 2;
    }

    private static int half(int value, int index) {
        return index % 2 == 0 ? value >> 4 : value & 0x0F;
    }

    private void put(int index) throws RefusedException {
        if (x >= width) {
            throw RefusedException.corrupt("a bitmap run crosses the edge");
        }
        long at = (long) y * width + x;
        if (at >= indices.length) {
            throw RefusedException.corrupt("a bitmap run crosses the edge");
        }
        indices[(int) at] = (byte) index;
        x++;
    }
}
