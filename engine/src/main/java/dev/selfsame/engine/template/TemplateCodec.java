package dev.selfsame.engine.template;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * Templates as bytes. Layout, little-endian: magic {@code SSBT}, format version (1), kind (1 face,
 * 2 finger), mode version, length of the mode's name, the name in ASCII, length of the data as two
 * bytes, the data, CRC-32C of all before it. Every bit is covered: a template that was altered, cut
 * or lengthened is refused.
 */
public final class TemplateCodec {

    /** Version of the layout, a part of {@code templateVersion} on the wire. */
    public static final int FORMAT_VERSION = 1;

    private static final int MAGIC = 0x54425353; // "SSBT"
    private static final int KIND_FACE = 1;
    private static final int KIND_FINGER = 2;
    private static final int BEFORE_NAME = 8;
    private static final int AROUND_DATA = 2 + 4;

    private TemplateCodec() {}

    /** Bytes of a template, at most 512 for a face. */
    public static byte[] encode(Template template) {
        Objects.requireNonNull(template, "template");
        int kind = template instanceof FaceTemplate ? KIND_FACE : KIND_FINGER;
        byte[] data =
                switch (template) {
                    case FaceTemplate face -> face.vector();
                    case FingerTemplate finger -> finger.minutiae();
                };
        byte[] mode = template.mode().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer out =
                ByteBuffer.allocate(BEFORE_NAME + mode.length + AROUND_DATA + data.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(MAGIC).put((byte) FORMAT_VERSION).put((byte) kind);
        out.put((byte) template.modeVersion()).put((byte) mode.length).put(mode);
        out.putShort((short) data.length).put(data);
        out.putInt(checksum(out.array(), out.position()));
        return out.array();
    }

    /** The template in the bytes, or why there is none. */
    public static TemplateDecoding decode(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (bytes.length < BEFORE_NAME + 1 + AROUND_DATA + 1) {
            return refuse("the template is too short to be one");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt() != MAGIC) {
            return refuse("the template was not made by this software");
        }
        int format = Byte.toUnsignedInt(in.get());
        if (format != FORMAT_VERSION) {
            return refuse(
                    "template format "
                            + format
                            + " is not readable (expected: "
                            + FORMAT_VERSION
                            + ")");
        }
        if (in.getInt(bytes.length - 4) != checksum(bytes, bytes.length - 4)) {
            return refuse("the template was altered or cut: its checksum does not fit");
        }
        return decodeChecked(in, bytes.length);
    }

    private static TemplateDecoding decodeChecked(ByteBuffer in, int length) {
        int kind = in.get();
        int modeVersion = Byte.toUnsignedInt(in.get());
        int nameLength = Byte.toUnsignedInt(in.get());
        if (length < BEFORE_NAME + nameLength + AROUND_DATA + 1) {
            return refuse("the template's mode name runs past its end");
        }
        byte[] name = new byte[nameLength];
        in.get(name);
        byte[] data = new byte[Short.toUnsignedInt(in.getShort())];
        if (length != BEFORE_NAME + nameLength + AROUND_DATA + data.length) {
            return refuse("the template's length does not fit its content");
        }
        in.get(data);
        String mode = new String(name, StandardCharsets.US_ASCII);
        try {
            return switch (kind) {
                case KIND_FACE ->
                        new TemplateDecoding.Read(new FaceTemplate(mode, modeVersion, data));
                case KIND_FINGER ->
                        new TemplateDecoding.Read(new FingerTemplate(mode, modeVersion, data));
                default -> refuse("template kind " + kind + " is not known (expected: 1 or 2)");
            };
        } catch (IllegalArgumentException e) {
            return refuse("the template's content is out of range: " + e.getMessage());
        }
    }

    private static TemplateDecoding.Refused refuse(String detail) {
        return new TemplateDecoding.Refused(detail);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
