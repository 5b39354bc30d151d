package dev.selfsame.server.store.redis;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * A value under construction, big-endian: version (1 byte), then what is written, one after the
 * other. What may be absent has a byte before it: 1, or 0 and nothing more.
 */
final class ValueWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final DataOutputStream out = new DataOutputStream(bytes);

    ValueWriter(int version) {
        put(() -> out.writeByte(version));
    }

    private interface Step {
        void run() throws IOException;
    }

    ValueWriter flag(boolean value) {
        return put(() -> out.writeBoolean(value));
    }

    ValueWriter number(int value) {
        return put(() -> out.writeInt(value));
    }

    ValueWriter number(double value) {
        return put(() -> out.writeDouble(value));
    }

    /** In milliseconds; what is finer is lost. */
    ValueWriter time(Instant value) {
        return put(() -> out.writeLong(value.toEpochMilli()));
    }

    /** Length in bytes as four, then the bytes. */
    ValueWriter bytes(byte[] value) {
        return put(
                () -> {
                    out.writeInt(value.length);
                    out.write(value);
                });
    }

    /** As bytes, in UTF-8. */
    ValueWriter text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    ValueWriter textOrNothing(@Nullable String value) {
        return orNothing(value, ValueWriter::text);
    }

    <T> ValueWriter orNothing(@Nullable T value, BiFunction<ValueWriter, T, ValueWriter> writing) {
        return value == null ? flag(false) : writing.apply(flag(true), value);
    }

    byte[] done() {
        return bytes.toByteArray();
    }

    private ValueWriter put(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }
}
