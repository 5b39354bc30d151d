package dev.selfsame.server.signing;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that must be UTF-8, as two readers who replace faults differently see different texts. */
final class StrictUtf8 {

    private StrictUtf8() {}

    /**
     * The text.
     *
     * @throws IllegalArgumentException if the bytes are no UTF-8
     */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("it is not UTF-8");
        }
    }
}
