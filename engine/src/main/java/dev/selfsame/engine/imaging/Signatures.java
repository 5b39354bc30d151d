package dev.selfsame.engine.imaging;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Byte sequences that give away a kind of file; one look at a byte rules out nearly every place.
 */
final class Signatures {

    private final byte[][] signatures;
    private final boolean anyCase;
    private final boolean[] begins = new boolean[256];

    private Signatures(boolean anyCase, String... texts) {
        this.anyCase = anyCase;
        this.signatures =
                Stream.of(texts)
                        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                        .toArray(byte[][]::new);
        for (String text : texts) {
            String first = text.substring(0, 1);
            begins[first.charAt(0)] = true;
            if (anyCase) {
                begins[first.toUpperCase(Locale.ROOT).charAt(0)] = true;
            }
        }
    }

    /** Each character is a byte. */
    static Signatures exactly(String... texts) {
        return new Signatures(false, texts);
    }

    /** Texts in lower case, which match in any case. */
    static Signatures inAnyCase(String... texts) {
        return new Signatures(true, texts);
    }

    boolean occurIn(byte[] file, int from, int to) {
        for (int at = from; at < to; at++) {
            if (begins[file[at] & 0xFF] && standAt(file, at, to)) {
                return true;
            }
        }
        return false;
    }

    boolean standAt(byte[] file, int at, int to) {
        for (byte[] signature : signatures) {
            if (stands(signature, file, at, to)) {
                return true;
            }
        }
        return false;
    }

    private boolean stands(byte[] signature, byte[] file, int at, int to) {
        if (at + signature.length > to) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            int found = file[at + i];
            if (anyCase && found >= 'A' && found <= 'Z') {
                found += 'a' - 'A';
            }
            if (found != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
