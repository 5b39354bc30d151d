package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Finds a second file that travels inside a picture: archives, documents, pages and programs behind
 * or in front of the pixels, which other software would take for its own.
 *
 * <p>What telephones append stays allowed: further JPEGs (Multi-Picture Format), Samsung's trailer,
 * the film of a motion photo, padding.
 */
final class HiddenFiles {

    /** PDF readers look for their header in this many bytes (PDF 1.7, annex H). */
    private static final int PDF_REACH = 1024;

    /** The end record of a ZIP (22 bytes), with the longest comment behind it. */
    private static final int ZIP_REACH = 22 + 65_535;

    /** Taken for a file of that kind wherever they stand; long enough not to occur by chance. */
    private static final List<byte[]> ANYWHERE =
            signatures(
                    "%PDF-",
                    "Rar!\u001A\u0007",
                    "7z\u00BC\u00AF'\u001C",
                    "GIF87a",
                    "GIF89a",
                    "\u0089PNG\r\n\u001A\n",
                    "<?php",
                    "__HALT_COMPILER");

    /** The same in any case of letters; given in lower case. */
    private static final List<byte[]> TEXTS =
            signatures("<html", "<script", "<!doctype", "<iframe", "javascript:");

    /** Too short to mean anything but at the very beginning of what is appended. */
    private static final List<byte[]> AT_START =
            signatures(
                    "PK",
                    "MZ",
                    "\u007FELF",
                    "#!",
                    "\u001F\u008B",
                    "BZh",
                    "\u00FD7zXZ",
                    "MSCF",
                    "\u00CA\u00FE\u00BA\u00BE",
                    "II*\0",
                    "MM\0*",
                    "RIFF",
                    "<?xml",
                    "<svg",
                    "BM");

    private HiddenFiles() {}

    /**
     * Checks a file whose picture ends before {@code pictureEnd}.
     *
     * @throws RefusedException as a polyglot
     */
    static void check(byte[] file, int pictureEnd) throws RefusedException {
        int trailer = pictureEnd;
        while (trailer < file.length && isPadding(file[trailer])) {
            trailer++;
        }
        boolean foreign =
                contains(file, 0, Math.min(PDF_REACH, file.length), ANYWHERE.subList(0, 1), false)
                        || endsAsZip(file)
                        || AT_START.stream().anyMatch(new Start(file, trailer)::matches)
                        || contains(file, trailer, file.length, ANYWHERE, false)
                        || contains(file, trailer, file.length, TEXTS, true);
        if (foreign) {
            throw polyglot();
        }
    }

    /** Checks a comment or other free text inside a picture. */
    static void checkText(byte[] file, int from, int to) throws RefusedException {
        if (contains(file, from, to, ANYWHERE, false) || contains(file, from, to, TEXTS, true)) {
            throw polyglot();
        }
    }

    private static RefusedException polyglot() {
        return new RefusedException(
                Reason.POLYGLOT, "the picture has a file of another kind hidden in it");
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == ' ' || value == '\r' || value == '\n' || value == '\t';
    }

    /** Compares a signature with what stands at a place. */
    private record Start(byte[] file, int at) {
        boolean matches(byte[] signature) {
            return HiddenFiles.matches(file, at, file.length, signature, false);
        }
    }

    /** An end record whose comment reaches just to the end of the file. */
    private static boolean endsAsZip(byte[] file) {
        byte[] mark = {'P', 'K', 5, 6};
        for (int at = Math.max(0, file.length - ZIP_REACH); at <= file.length - 22; at++) {
            if (matches(file, at, file.length, mark, false)) {
                int comment = (file[at + 20] & 0xFF) | (file[at + 21] & 0xFF) << 8;
                if (at + 22 + comment <= file.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(
            byte[] file, int from, int to, List<byte[]> signatures, boolean anyCase) {
        for (int at = from; at < to; at++) {
            for (byte[] signature : signatures) {
                if (matches(file, at, to, signature, anyCase)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean matches(byte[] file, int at, int to, byte[] signature, boolean anyCase) {
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

    private static List<byte[]> signatures(String... texts) {
        return List.of(texts).stream()
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .toList();
    }
}
