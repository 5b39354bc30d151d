package dev.selfsame.server.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a body of JSON: UTF-8 or UTF-16, told by a byte order mark or by the zeros
 * among its first bytes, as these stand for ASCII characters (RFC 4627, 3). Bytes that are no
 * characters end it with an {@link IOException}.
 *
 * <p>why not the parser's own way from bytes: up to Jackson 3.1.5 its streaming of long strings
 * fails there at some escapes (jackson-core 1673).
 */
final class JsonText {

    private static final int MARK = 0xFEFF;

    private JsonText() {}

    static Reader of(InputStream body) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(body);
        bytes.mark(2);
        int first = bytes.read();
        int second = bytes.read();
        bytes.reset();
        Charset charset = charset(first, second);
        // why by a decoder of its own: a reader made from a charset replaces what it cannot read
        Reader text = new InputStreamReader(bytes, charset.newDecoder());
        return withoutMark(text);
    }

    private static Charset charset(int first, int second) {
        if (first == 0 || (first == 0xFE && second == 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return second == 0 || (first == 0xFF && second == 0xFE)
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    private static Reader withoutMark(Reader text) throws IOException {
        PushbackReader pushback = new PushbackReader(text);
        int first = pushback.read();
        if (first >= 0 && first != MARK) {
            pushback.unread(first);
        }
        return pushback;
    }
}
