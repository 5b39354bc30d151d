package dev.selfsame.engine.imaging;

import java.util.ArrayList;
import java.util.List;

/**
 * Walks over the scans of a JPEG to its end marker without decoding them, and makes sure that they
 * can hold the whole picture: decoders paint grey over what is missing and call it a success.
 *
 * @param end first byte after the EOI marker
 * @param segments scan headers, and tables between them, in file order
 */
record JpegScans(int end, List<JpegSegment> segments) {

    /** Encoders write about ten; each one costs a pass over all coefficients. */
    private static final int MOST_SCANS = 64;

    /** Pixels times scans: 20 scans of 50 megapixels. */
    private static final long MOST_SCANNED_PIXELS = 1_000_000_000;

    // why: the JDK, which alone decodes inks, takes several times as long
    private static final long MOST_SCANNED_PIXELS_OF_INK = 250_000_000;

    private static final int DNL = 0xDC;

    /** Tables between the scans: a few for each of them. */
    private static final int MOST_SEGMENTS = 16 * MOST_SCANS;

    JpegScans {
        segments = List.copyOf(segments);
    }

    static JpegScans read(Bytes jpeg, JpegHeader header) throws RefusedException {
        JpegCoverage coverage = new JpegCoverage(header.frame());
        JpegSegment segment = JpegSegment.at(jpeg, header.firstScan());
        List<JpegSegment> segments = new ArrayList<>();
        int scans = 0;
        while (segment.marker() != JpegSegment.EOI) {
            int next = segment.end();
            if (segment.marker() == JpegSegment.SOS) {
                next = endOfData(jpeg, segment.end());
                coverage.add(segment.content(jpeg), next - segment.end());
                scans++;
            } else {
                checkBetween(segment, segment.content(jpeg));
            }
            segments.add(segment);
            if (scans > MOST_SCANS || segments.size() > MOST_SEGMENTS) {
                throw RefusedException.unsupported("a JPEG of more than " + MOST_SCANS + " scans");
            }
            segment = JpegSegment.at(jpeg, next);
        }
        coverage.expectComplete();
        long most = header.colour().isInk() ? MOST_SCANNED_PIXELS_OF_INK : MOST_SCANNED_PIXELS;
        if (scans > 1 && scans * header.frame().size().pixels() > most) {
            throw RefusedException.unsupported("a JPEG of " + scans + " scans at this size");
        }
        return new JpegScans(segment.end(), segments);
    }

    /** Whether the channels come one after the other and not together. */
    boolean areSeveral() {
        return segments.stream().filter(it -> it.marker() == JpegSegment.SOS).count() > 1;
    }

    private static void checkBetween(JpegSegment segment, Bytes content) throws RefusedException {
        int marker = segment.marker();
        if (JpegFrame.isFrame(marker) || marker == DNL) {
            throw RefusedException.unsupported("a JPEG with more than one frame header");
        }
        if (segment.isFree()) {
            HiddenFiles.checkText(content.array(), content.start(), content.end());
        }
        boolean table = marker >= JpegSegment.DHT && marker <= JpegSegment.DRI;
        if (!table && !segment.isFree()) {
            throw RefusedException.corrupt("an unknown JPEG marker between the scans");
        }
    }

    /** Position of the first marker that is neither a stuffed byte nor a restart. */
    private static int endOfData(Bytes jpeg, int from) throws RefusedException {
        byte[] file = jpeg.array();
        int at = jpeg.start() + from;
        while (at < jpeg.end() - 1) {
            if (file[at] != (byte) 0xFF) {
                at++;
                continue;
            }
            int next = file[at + 1] & 0xFF;
            if (next == 0xFF) {
                at++;
            } else if (next == 0 || JpegSegment.isRestart(next)) {
                at += 2;
            } else {
                return at - jpeg.start();
            }
        }
        throw RefusedException.truncated("it ends inside its pixel data");
    }
}
