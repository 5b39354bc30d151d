package dev.selfsame.engine.imaging;

import java.io.ByteArrayOutputStream;

/** A WSQ file, or a part of it, while it is written. Confined to one thread. */
final class WsqOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    WsqOutput u8(int value) {
        bytes.write(value);
        return this;
    }

    WsqOutput u16(int value) {
        return u8(value >> 8).u8(value);
    }

    WsqOutput u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    WsqOutput decimal(double value) {
        WsqDecimal stored = WsqDecimal.nearest(value);
        return u8(stored.places()).u16(stored.digits());
    }

    WsqOutput all(byte[] values) {
        bytes.writeBytes(values);
        return this;
    }

    WsqOutput marker(int marker) {
        return u8(0xFF).u8(marker);
    }

    WsqOutput segment(int marker, WsqOutput content) {
        return marker(marker).u16(content.bytes.size() + 2).all(content.toByteArray());
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
