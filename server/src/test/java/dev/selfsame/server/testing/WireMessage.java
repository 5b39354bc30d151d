package dev.selfsame.server.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A message of Protocol Buffers, read without its description: fields by their numbers. */
public final class WireMessage {

    private final Map<Integer, List<Object>> fields = new HashMap<>();

    /** Reads a whole message. */
    public WireMessage(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.hasRemaining()) {
            long tag = varint(rest);
            Object value =
                    switch ((int) (tag & 7)) {
                        case 0 -> varint(rest);
                        case 1 -> rest.getLong();
                        case 2 -> {
                            byte[] content = new byte[(int) varint(rest)];
                            rest.get(content);
                            yield content;
                        }
                        case 5 -> (long) rest.getInt();
                        default -> throw new IllegalArgumentException("tag " + tag);
                    };
            fields.computeIfAbsent((int) (tag >> 3), _ -> new ArrayList<>()).add(value);
        }
    }

    private static long varint(ByteBuffer rest) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = rest.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    public List<WireMessage> messages(int field) {
        return all(field).stream().map(it -> new WireMessage((byte[]) it)).toList();
    }

    public String text(int field) {
        return all(field).isEmpty()
                ? ""
                : new String((byte[]) all(field).getFirst(), StandardCharsets.UTF_8);
    }

    public String hex(int field) {
        return all(field).isEmpty() ? "" : HexFormat.of().formatHex((byte[]) all(field).getFirst());
    }

    public long number(int field) {
        return all(field).isEmpty() ? 0 : (long) all(field).getFirst();
    }

    private List<Object> all(int field) {
        return fields.getOrDefault(field, List.of());
    }
}
