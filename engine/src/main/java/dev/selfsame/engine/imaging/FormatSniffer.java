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
                Reason.UNKNOWN_FORMAT, "the file is no JPEG, PNG, BMP, TIFF or WSQ picture");
    }
}
