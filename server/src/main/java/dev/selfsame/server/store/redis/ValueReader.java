package dev.selfsame.server.store.redis;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what a {@link ValueWriter} wrote. Allocates no more than the value is long. */
final class ValueReader {

    private final ByteBuffer in;

    /** One part of a value. */
    interface Reading<T> {
        T of(ValueReader in) throws BrokenValueException;
    }

    /** Opens a value of this version. */
    ValueReader(byte[] value, int version) throws BrokenValueException {
        in = ByteBuffer.wrap(value);
        int found = Byte.toUnsignedInt(need(1).get());
        if (found != version) {
            throw new BrokenValueException("version " + found + " (expected: " + version + ")");
        }
    }

    boolean flag() throws BrokenValueException {
        byte value = need(1).get();
        if (value != 0 && value != 1) {
            throw new BrokenValueException("neither true nor false");
        }
        return value == 1;
    }

    int number() throws BrokenValueException {
        return need(Integer.BYTES).getInt();
    }

    double real() throws BrokenValueException {
        return need(Double.BYTES).getDouble();
    }

    Instant time() throws BrokenValueException {
        return Instant.ofEpochMilli(need(Long.BYTES).getLong());
    }

    byte[] bytes() throws BrokenValueException {
        int length = number();
        if (length < 0) {
            throw new BrokenValueException("a negative length");
        }
        need(length);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    String text() throws BrokenValueException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Nullable String textOrNothing() throws BrokenValueException {
        return orNothing(ValueReader::text);
    }

    <T> @Nullable T orNothing(Reading<T> reading) throws BrokenValueException {
        return flag() ? reading.of(this) : null;
    }

    /** Checks that nothing is left. */
    void end() throws BrokenValueException {
        if (in.hasRemaining()) {
            throw new BrokenValueException(in.remaining() + " bytes too many");
        }
    }

    private ByteBuffer need(int bytes) throws BrokenValueException {
        if (in.remaining() < bytes) {
            throw new BrokenValueException("cut");
        }
        return in;
    }
}
