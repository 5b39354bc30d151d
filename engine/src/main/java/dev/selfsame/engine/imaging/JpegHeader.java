package dev.selfsame.engine.imaging;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The marker segments of a JPEG up to its first scan (ITU-T T.81, B.2).
 *
 * @param frame size and channels
 * @param colour what the channels mean
 * @param hints orientation and resolution
 * @param quality estimated IJG quality, -1 where unknown
 * @param firstScan position of the first SOS marker
 * @param essentials the segments without which the scans cannot be decoded, in file order; all
 *     else, such as profiles, previews and comments, is never shown to a decoder
 */
record JpegHeader(
        JpegFrame frame,
        JpegColour colour,
        PictureHints hints,
        int quality,
        int firstScan,
        List<JpegSegment> essentials) {

    private static final int DQT = 0xDB;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP14 = 0xEE;
    private static final int MOST_SEGMENTS = 10_000;

    JpegHeader {
        essentials = List.copyOf(essentials);
    }

    static JpegHeader read(Bytes jpeg, ImageLimits limits) throws RefusedException {
        Walk walk = new Walk(limits);
        JpegSegment segment = JpegSegment.at(jpeg, 2);
        for (int count = 0; segment.marker() != JpegSegment.SOS; count++) {
            if (segment.marker() == JpegSegment.EOI || count == MOST_SEGMENTS) {
                throw RefusedException.truncated("it has no scan");
            }
            walk.take(segment, segment.content(jpeg));
            segment = JpegSegment.at(jpeg, segment.end());
        }
        return walk.finish(segment.start());
    }

    /** Collects while walking; confined to one call. */
    private static final class Walk {
        private final ImageLimits limits;
        private final List<JpegSegment> essentials = new ArrayList<>();
        private @Nullable JpegFrame frame;
        private boolean jfif;
        private int adobeTransform = JpegColour.NO_ADOBE;
        private PictureHints hints = PictureHints.NONE;
        private int quality = -1;

        Walk(ImageLimits limits) {
            this.limits = limits;
        }

        void take(JpegSegment segment, Bytes content) throws RefusedException {
            if (JpegFrame.isFrame(segment.marker())) {
                if (frame != null) {
                    throw RefusedException.badHeader("it has two JPEG frames");
                }
                frame = JpegFrame.read(segment.marker(), content, limits);
                essentials.add(segment);
                return;
            }
            if (segment.isFree()) {
                HiddenFiles.checkText(content.array(), content.start(), content.end());
            }
            switch (segment.marker()) {
                case JpegSegment.DHT, JpegSegment.DRI -> essentials.add(segment);
                case DQT -> {
                    quality = Math.max(quality, JpegQuality.ofTables(content));
                    essentials.add(segment);
                }
                case APP0 -> jfif(segment, content);
                case APP1 -> exif(content);
                case APP14 -> adobe(segment, content);
                default -> {}
            }
        }

        private void jfif(JpegSegment segment, Bytes content) throws RefusedException {
            if (jfif || !content.startsWith(0, "JFIF\0") || content.length() < 14) {
                return;
            }
            jfif = true;
            essentials.add(segment);
            int dpi =
                    switch (content.u8(7)) {
                        case 1 -> PictureHints.rounded(content.u16(8));
                        case 2 -> PictureHints.dpiOfCentimetres(content.u16(8));
                        default -> 0;
                    };
            hints = hints.or(new PictureHints(1, dpi));
        }

        private void exif(Bytes content) throws RefusedException {
            if (content.startsWith(0, "Exif\0")) {
                hints = hints.or(ExifHints.ofBlock(content.slice(6, content.length() - 6)));
            }
        }

        private void adobe(JpegSegment segment, Bytes content) throws RefusedException {
            if (content.startsWith(0, "Adobe") && content.length() >= 12) {
                adobeTransform = content.u8(11);
                essentials.add(segment);
            }
        }

        JpegHeader finish(int firstScan) throws RefusedException {
            if (frame == null) {
                throw RefusedException.badHeader("it has no JPEG frame");
            }
            JpegColour colour = JpegColour.of(frame, jfif, adobeTransform);
            return new JpegHeader(frame, colour, hints, quality, firstScan, essentials);
        }
    }
}
