package dev.selfsame.engine.imaging;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first image file directory of a TIFF structure (TIFF 6.0, section 2), which is also how EXIF
 * is stored. Fields are looked at only when asked for, so a broken one that nobody needs does no
 * harm.
 */
final class TiffDirectory {

    private static final int MAGIC = 42;
    private static final int ENTRY_BYTES = 12;
    private static final int MOST_ENTRIES = 1024;
    private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private final Bytes tiff;
    private final long end;
    private final Map<Integer, Field> fields;

    private TiffDirectory(Bytes tiff, long end, Map<Integer, Field> fields) {
        this.tiff = tiff;
        this.end = end;
        this.fields = fields;
    }

    /** One entry; {@code at} is where its values are, which may be beyond the end. */
    record Field(int tag, int type, long count, long at) {

        long bytes() {
            return count * TYPE_BYTES[type];
        }
    }

    /** Reads the directory of the window, in the byte order that the window itself states. */
    static TiffDirectory read(Bytes window) throws RefusedException {
        Bytes tiff = window.in(order(window));
        if (tiff.u16(2) != MAGIC) {
            throw RefusedException.badHeader("it is no TIFF structure");
        }
        long at = tiff.u32(4);
        int entries = tiff.u16(at);
        if (entries < 1 || entries > MOST_ENTRIES) {
            throw RefusedException.badHeader("a TIFF directory of " + entries + " entries");
        }
        tiff.require(at + 2, (long) entries * ENTRY_BYTES);
        Map<Integer, Field> fields = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            Field field = field(tiff, at + 2 + (long) i * ENTRY_BYTES);
            if (field.type() > 0 && field.type() < TYPE_BYTES.length) {
                fields.putIfAbsent(field.tag(), field);
            }
        }
        return new TiffDirectory(tiff, at + 2 + (long) entries * ENTRY_BYTES, fields);
    }

    private static ByteOrder order(Bytes window) throws RefusedException {
        if (window.startsWith(0, "II")) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        if (window.startsWith(0, "MM")) {
            return ByteOrder.BIG_ENDIAN;
        }
        throw RefusedException.badHeader("it is no TIFF structure");
    }

    private static Field field(Bytes tiff, long at) throws RefusedException {
        int type = tiff.u16(at + 2);
        long count = tiff.u32(at + 4);
        boolean inside = type < TYPE_BYTES.length && count * TYPE_BYTES[type] <= 4;
        return new Field(tiff.u16(at), type, count, inside ? at + 8 : tiff.u32(at + 8));
    }

    Bytes tiff() {
        return tiff;
    }

    /** First byte after the directory and the values its fields point to. */
    long end() {
        long last = end;
        for (Field field : fields.values()) {
            if (tiff.has(field.at(), field.bytes())) {
                last = Math.max(last, field.at() + field.bytes());
            }
        }
        return last;
    }

    Optional<Field> field(int tag) {
        return Optional.ofNullable(fields.get(tag));
    }

    /** The field's first value, or another number where there is no such field. */
    long number(int tag, long otherwise) throws RefusedException {
        Field field = fields.get(tag);
        return field == null || field.count() == 0 ? otherwise : value(field, 0);
    }

    /** All values of a field; none where it is missing. Refuses more than {@code most}. */
    long[] numbers(int tag, int most) throws RefusedException {
        Field field = fields.get(tag);
        if (field == null) {
            return new long[0];
        }
        if (field.count() > most) {
            throw RefusedException.badHeader("TIFF field " + tag + " has too many values");
        }
        tiff.require(field.at(), field.bytes());
        long[] values = new long[(int) field.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(field, i);
        }
        return values;
    }

    /** A ratio of two whole numbers, 0 where it is missing or no number. */
    double ratio(int tag) throws RefusedException {
        Field field = fields.get(tag);
        if (field == null || field.type() != 5) {
            return 0;
        }
        long below = tiff.u32(field.at() + 4);
        return below == 0 ? 0 : (double) tiff.u32(field.at()) / below;
    }

    private long value(Field field, int index) throws RefusedException {
        return switch (field.type()) {
            case 1, 2, 6, 7 -> tiff.u8(field.at() + index);
            case 3, 8 -> tiff.u16(field.at() + 2L * index);
            case 4, 9 -> tiff.u32(field.at() + 4L * index);
            default -> throw RefusedException.badHeader("TIFF field " + field.tag());
        };
    }
}
