package dev.selfsame.server.json;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.io.Writer;

/** Takes one string in pieces. What is too long for a name or a number becomes bytes at once. */
final class TextSink extends Writer {

    /** Longest string that is kept as text, in UTF-16 units. */
    static final int LONGEST_TEXT = 16_384;

    private final long maxBytes;
    private final StringBuilder head = new StringBuilder();
    private @Nullable Base64Text base64;
    private boolean foreign;

    /**
     * A sink for one string.
     *
     * @param maxBytes most bytes that a long string may stand for
     */
    TextSink(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(char[] from, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            add(from[i]);
        }
        if (base64 != null && base64.size() > maxBytes) {
            throw new Problem(
                    ProblemKind.TOO_LARGE, "a picture is larger than " + maxBytes + " bytes");
        }
    }

    private void add(char c) {
        if (foreign) {
            return;
        }
        if (base64 != null) {
            base64.add(c);
        } else if (head.length() < LONGEST_TEXT) {
            head.append(c);
        } else {
            begin().add(c);
        }
    }

    private Base64Text begin() {
        Base64Text decoder = new Base64Text();
        base64 = decoder;
        String text = head.toString();
        int start = Base64Text.start(text);
        if (start < 0) {
            foreign = true;
        }
        for (int i = Math.max(0, start); i < text.length(); i++) {
            decoder.add(text.charAt(i));
        }
        return decoder;
    }

    /** What was written. */
    JsonValue value() {
        if (base64 == null) {
            return new JsonValue.Text(head.toString());
        }
        return new JsonValue.LongText(foreign ? null : base64.bytes());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
