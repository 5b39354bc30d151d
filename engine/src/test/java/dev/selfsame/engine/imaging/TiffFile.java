package dev.selfsame.engine.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** Writes TIFFs and EXIF blocks field by field, right and wrong ones. */
final class TiffFile {

    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIO = 5;

    private record Values(int type, long[] values) {
        int bytes() {
            return type == RATIO ? 8 * values.length / 2 : values.length * (type == SHORT ? 2 : 4);
        }
    }

    private final ByteOrder order;
    private final Map<Integer, Values> fields = new TreeMap<>();
    private byte[][] blocks = {};

    TiffFile(ByteOrder order) {
        this.order = order;
    }

    /** A plain page: everything but the pixels. */
    static TiffFile page(ByteOrder order, int width, int height, int photometric, long... bits) {
        return new TiffFile(order)
                .longs(256, width)
                .longs(257, height)
                .shorts(258, bits)
                .shorts(259, 1)
                .shorts(262, photometric)
                .shorts(277, bits.length)
                .longs(278, height);
    }

    TiffFile shorts(int tag, long... values) {
        fields.put(tag, new Values(SHORT, values));
        return this;
    }

    TiffFile longs(int tag, long... values) {
        fields.put(tag, new Values(LONG, values));
        return this;
    }

    TiffFile ratio(int tag, long above, long below) {
        fields.put(tag, new Values(RATIO, new long[] {above, below}));
        return this;
    }

    /** Strips, with the fields that say where they are. */
    TiffFile strips(byte[]... strips) {
        return blocks(273, 279, strips);
    }

    TiffFile tiles(int width, int height, byte[]... tiles) {
        return longs(322, width).longs(323, height).blocks(324, 325, tiles);
    }

    private TiffFile blocks(int offsetTag, int lengthTag, byte[]... content) {
        blocks = content;
        long[] offsets = new long[content.length];
        long[] lengths = new long[content.length];
        int at = 8;
        for (int i = 0; i < content.length; i++) {
            offsets[i] = at;
            lengths[i] = content[i].length;
            at += content[i].length;
        }
        return longs(offsetTag, offsets).longs(lengthTag, lengths);
    }

    byte[] bytes() {
        int data = 8;
        for (byte[] block : blocks) {
            data += block.length;
        }
        int directory = data + data % 2;
        int more = directory + 2 + 12 * fields.size() + 4;
        int length = more;
        for (Values field : fields.values()) {
            length += field.bytes() > 4 ? field.bytes() : 0;
        }
        ByteBuffer out = ByteBuffer.allocate(length).order(order);
        out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        out.putShort((short) 42).putInt(directory);
        for (byte[] block : blocks) {
            out.put(block);
        }
        out.position(directory).putShort((short) fields.size());
        for (Map.Entry<Integer, Values> entry : fields.entrySet()) {
            Values field = entry.getValue();
            int count = field.type() == RATIO ? field.values().length / 2 : field.values().length;
            out.putShort(entry.getKey().shortValue()).putShort((short) field.type()).putInt(count);
            if (field.bytes() <= 4) {
                int before = out.position();
                put(out, field);
                out.position(before + 4);
            } else {
                out.putInt(more);
                int before = out.position();
                put(out.position(more), field);
                more = out.position();
                out.position(before);
            }
        }
        return out.array();
    }

    private static void put(ByteBuffer out, Values field) {
        for (long value : field.values()) {
            if (field.type() == SHORT) {
                out.putShort((short) value);
            } else {
                out.putInt((int) value);
            }
        }
    }
}
