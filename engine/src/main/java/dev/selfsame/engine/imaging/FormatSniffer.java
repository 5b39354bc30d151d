package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

/** Tells a format by its first bytes. */
final class FormatSniffer {

    private FormatSniffer() {}

    static ImageFormat sniff(byte[] file) throws RefusedException {
        Bytes bytes = Bytes.bigEndian(file);
        if (bytes.startsWith(0, "\u00FF\u00D8\u00FF")) {
            return ImageFormat.JPEG;
        }
        if (bytes.startsWith(0, "\u0089PNG\r\n\u001A\n")) {
            return ImageFormat.PNG;
        }
        // why: "BM" alone also begins texts; the four reserved bytes of the file header are zero
        if (bytes.startsWith(0, "BM") && bytes.startsWith(6, "\0\0\0\0")) {
            return ImageFormat.BMP;
        }
        if (bytes.startsWith(0, "II*\0") || bytes.startsWith(0, "MM\0*")) {
            return ImageFormat.TIFF;
        }
        if (bytes.startsWith(0, "\u00FF\u00A0\u00FF")) {
            return ImageFormat.WSQ;
        }
        throw new RefusedException(
                Reason.UNKNOWN_FORMAT,
                foreign(bytes) + "; JPEG, PNG, BMP, TIFF and WSQ pictures are read");
    }

    /** Formats that people send because their telephone or browser makes them. */
    private static String foreign(Bytes bytes) {
        if (bytes.startsWith(4, "ftyp")) {
            boolean heif = bytes.startsWith(8, "he") || bytes.startsWith(8, "mif1");
            return heif ? "the file is a HEIC picture" : "the file is a film or an AVIF picture";
        }
        if (bytes.startsWith(0, "RIFF") && bytes.startsWith(8, "WEBP")) {
            return "the file is a WebP picture";
        }
        return bytes.startsWith(0, "GIF8")
                ? "the file is a GIF picture"
                : "the file is no picture of a known format";
    }
}
