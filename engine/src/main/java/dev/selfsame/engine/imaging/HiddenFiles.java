package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

/**
 * Finds a second file that travels inside a picture: archives, documents, pages and programs behind
 * the pixels or in comments, which other software would take for its own.
 *
 * <p>What telephones append stays allowed: further JPEGs (Multi-Picture Format), Samsung's trailer,
 * the film of a motion photo, padding.
 */
final class HiddenFiles {

    /** PDF readers look for their header in this many bytes (PDF 1.7, annex H). */
    private static final int PDF_REACH = 1024;

    private static final int ZIP_END_RECORD = 22;

    /** The end record of a ZIP, with the longest comment behind it. */
    private static final int ZIP_REACH = ZIP_END_RECORD + 65_535;

    private static final Signatures DOCUMENT = Signatures.exactly("%PDF-");
    private static final Signatures ZIP_END = Signatures.exactly("PK\5\6");

    /** Taken for a file of that kind wherever they stand; long enough not to occur by chance. */
    private static final Signatures ANYWHERE =
            Signatures.exactly(
                    "%PDF-",
                    "Rar!\u001A\u0007",
                    "7z\u00BC\u00AF'\u001C",
                    "GIF87a",
                    "GIF89a",
                    "\u0089PNG\r\n\u001A\n",
                    "<?php",
                    "__HALT_COMPILER");

    private static final Signatures PAGES =
            Signatures.inAnyCase("<html", "<script", "<!doctype", "<iframe", "javascript:");

    /** Too short to mean anything but at the very beginning of what is appended. */
    private static final Signatures AT_START =
            Signatures.exactly(
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
        if (DOCUMENT.occurIn(file, 0, Math.min(PDF_REACH, file.length))
                || endsAsZip(file)
                || AT_START.standAt(file, trailer, file.length)) {
            throw polyglot();
        }
        checkText(file, trailer, file.length);
    }

    /** Checks a comment or other content that no picture decoder looks at. */
    static void checkText(byte[] file, int from, int to) throws RefusedException {
        if (ANYWHERE.occurIn(file, from, to) || PAGES.occurIn(file, from, to)) {
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

    /** An end record whose comment fits into the rest of the file. */
    private static boolean endsAsZip(byte[] file) {
        int last = file.length - ZIP_END_RECORD;
        for (int at = Math.max(0, file.length - ZIP_REACH); at <= last; at++) {
            if (ZIP_END.standAt(file, at, file.length)) {
                int comment = (file[at + 20] & 0xFF) | (file[at + 21] & 0xFF) << 8;
                if (at + ZIP_END_RECORD + comment <= file.length) {
                    return true;
                }
            }
        }
        return false;
    }
}
