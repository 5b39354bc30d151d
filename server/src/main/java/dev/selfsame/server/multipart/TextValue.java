package dev.selfsame.server.multipart;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;

/**
 * Values come typed by hand, from files that end with a line break, or quoted like JSON strings.
 */
final class TextValue {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextValue() {}

    static String decode(String name, byte[] bytes, @Nullable String charsetName) {
        String text = decode(name, bytes, charset(name, charsetName));
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        text = text.strip();
        if (text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")) {
            text = text.substring(1, text.length() - 1).strip();
        }
        return text;
    }

    private static String decode(String name, byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST, name + ": the value is not valid text", e);
        }
    }

    private static Charset charset(String name, @Nullable String charsetName) {
        if (charsetName == null) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(charsetName);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Problem(ProblemKind.INVALID_REQUEST, name + ": the charset is not known", e);
        }
    }
}
