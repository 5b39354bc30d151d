package dev.selfsame.server.json;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Base64 (RFC 4648) as clients send it, a piece at a time: in either alphabet, with line breaks,
 * with or without padding, after a {@code data:} prefix (RFC 2397).
 */
final class Base64Text {

    private static final String STANDARD =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte NO_DIGIT = -1;
    private static final byte BLANK = -2;
    private static final byte PADDING = -3;
    private static final byte[] MEANINGS = meanings();

    private static final int LONGEST_PREFIX = 256;

    private final ByteChunks out = new ByteChunks();
    private int bits;
    private int digits;
    private int paddings;
    private boolean broken;

    /** The bytes of a whole text. */
    static Optional<byte[]> decode(String text) {
        int start = start(text);
        if (start < 0) {
            return Optional.empty();
        }
        Base64Text decoder = new Base64Text();
        for (int i = start; i < text.length(); i++) {
            decoder.add(text.charAt(i));
        }
        return Optional.ofNullable(decoder.bytes());
    }

    /**
     * Where the base64 begins in a text or in the first {@value #LONGEST_PREFIX} characters of it;
     * -1 where the text names itself data of another coding.
     */
    static int start(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) <= ' ') {
            from++;
        }
        if (!text.regionMatches(true, from, "data:", 0, 5)) {
            return 0;
        }
        int comma = text.indexOf(',');
        if (comma < 0 || comma > LONGEST_PREFIX) {
            return -1;
        }
        boolean base64 = text.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64");
        return base64 ? comma + 1 : -1;
    }

    void add(char c) {
        byte meaning = c < MEANINGS.length ? MEANINGS[c] : NO_DIGIT;
        if (meaning >= 0 && paddings == 0) {
            bits = bits << 6 | meaning;
            digits++;
            if (digits == 4) {
                flush(3);
            }
        } else if (meaning == PADDING) {
            paddings++;
        } else if (meaning != BLANK) {
            broken = true;
        }
    }

    /** So many bytes so far. */
    int size() {
        return out.size();
    }

    /** The bytes; null where the text was none, or no base64. */
    byte @Nullable [] bytes() {
        // why padding may be missing but not wrong: what it would say is known without it
        if (broken || digits == 1 || (paddings != 0 && (paddings > 2 || digits + paddings != 4))) {
            return null;
        }
        if (digits > 0) {
            bits <<= 6 * (4 - digits);
            flush(digits - 1);
        }
        return out.size() == 0 ? null : out.toByteArray();
    }

    private void flush(int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.add(bits >>> (16 - 8 * i));
        }
        bits = 0;
        digits = 0;
    }

    private static byte[] meanings() {
        byte[] meanings = new byte[128];
        Arrays.fill(meanings, NO_DIGIT);
        for (int i = 0; i < STANDARD.length(); i++) {
            meanings[STANDARD.charAt(i)] = (byte) i;
        }
        // the alphabet that is safe in addresses and file names (RFC 4648, 5)
        meanings['-'] = 62;
        meanings['_'] = 63;
        meanings['='] = PADDING;
        for (char blank : new char[] {' ', '\t', '\r', '\n'}) {
            meanings[blank] = BLANK;
        }
        return meanings;
    }
}
