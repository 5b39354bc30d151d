package dev.selfsame.engine.imaging;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes PNGs chunk by chunk, right and wrong ones. */
final class ChunkedPng {

    private static final int[][] PASSES = {
        {0, 0, 8, 8},
        {4, 0, 8, 8},
        {0, 4, 4, 8},
        {2, 0, 4, 4},
        {0, 2, 2, 4},
        {1, 0, 2, 2},
        {0, 1, 1, 2}
    };

    /** Value of a sample, as many bits as the picture has. */
    interface Samples {
        int at(int x, int y, int channel);
    }

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    ChunkedPng() {
        file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    }

    ChunkedPng header(int width, int height, int bitDepth, int colourType, boolean interlaced) {
        ByteBuffer content = ByteBuffer.allocate(13).putInt(width).putInt(height);
        content.put((byte) bitDepth).put((byte) colourType).put((byte) 0).put((byte) 0);
        return chunk("IHDR", content.put((byte) (interlaced ? 1 : 0)).array());
    }

    ChunkedPng chunk(String type, byte... content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        return this;
    }

    byte[] end() {
        return chunk("IEND").file.toByteArray();
    }

    /** The file so far. */
    byte[] bytes() {
        return file.toByteArray();
    }

    /** A whole file without ancillary chunks; its rows use every filter in turn. */
    static byte[] of(
            int width, int height, int bits, int type, boolean interlaced, Samples samples) {
        ChunkedPng png = new ChunkedPng().header(width, height, bits, type, interlaced);
        if (type == PngHeader.PALETTE) {
            png.chunk("PLTE", palette(bits));
        }
        return png.chunk("IDAT", data(width, height, bits, type, interlaced, samples)).end();
    }

    static byte[] palette(int bits) {
        byte[] palette = new byte[3 << bits];
        for (int i = 0; i < palette.length; i++) {
            palette[i] = (byte) (i * 37 + i / 3 * 11);
        }
        return palette;
    }

    static byte[] data(
            int width, int height, int bits, int type, boolean interlaced, Samples samples) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        int[][] passes = interlaced ? PASSES : new int[][] {{0, 0, 1, 1}};
        for (int[] pass : passes) {
            int columns = Math.ceilDiv(width - pass[0], pass[2]);
            byte[] above = new byte[0];
            for (int y = pass[1]; columns > 0 && y < height; y += pass[3]) {
                byte[] row = pack(columns, y, pass, bits, channels(type), samples);
                byte[] before = above.length == 0 ? new byte[row.length] : above;
                int filter = y / pass[3] % 5;
                rows.write(filter);
                rows.writeBytes(filtered(row, before, filter, step(bits, type)));
                above = row;
            }
        }
        return deflated(rows.toByteArray());
    }

    static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        while (!deflater.finished()) {
            out.write(part, 0, deflater.deflate(part));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static int channels(int type) {
        return switch (type) {
            case PngHeader.COLOUR -> 3;
            case PngHeader.GREY_ALPHA -> 2;
            case PngHeader.COLOUR_ALPHA -> 4;
            default -> 1;
        };
    }

    private static int step(int bits, int type) {
        return Math.max(1, bits * channels(type) / 8);
    }

    private static byte[] pack(
            int columns, int y, int[] pass, int bits, int channels, Samples samples) {
        byte[] row = new byte[(columns * channels * bits + 7) / 8];
        for (int i = 0; i < columns * channels; i++) {
            int x = pass[0] + i / channels * pass[2];
            int value = samples.at(x, y, i % channels) & ((1 << bits) - 1);
            if (bits == 16) {
                row[i * 2] = (byte) (value >> 8);
                row[i * 2 + 1] = (byte) value;
            } else {
                row[i * bits / 8] |= (byte) (value << (8 - bits - i * bits % 8));
            }
        }
        return row;
    }

    private static byte[] filtered(byte[] row, byte[] above, int filter, int step) {
        byte[] out = Arrays.copyOf(row, row.length);
        for (int i = 0; i < row.length; i++) {
            int left = i < step ? 0 : row[i - step] & 0xFF;
            int up = above[i] & 0xFF;
            int corner = i < step ? 0 : above[i - step] & 0xFF;
            int guess =
                    switch (filter) {
                        case 1 -> left;
                        case 2 -> up;
                        case 3 -> (left + up) / 2;
                        case 4 -> paeth(left, up, corner);
                        default -> 0;
                    };
            out[i] = (byte) (row[i] - guess);
        }
        return out;
    }

    private static int paeth(int left, int up, int corner) {
        int estimate = left + up - corner;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toCorner = Math.abs(estimate - corner);
        if (toLeft <= toUp && toLeft <= toCorner) {
            return left;
        }
        return toUp <= toCorner ? up : corner;
    }
}
