package dev.selfsame.engine.imaging;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The structure of a WSQ file (FBI IAFIS-IC-0110, version 3.1), followed from the first marker to
 * the last without decoding a coefficient.
 *
 * @param frame size and scale
 * @param filters the wavelet
 * @param quantiser step sizes
 * @param parts code tables and coefficient blocks, in file order
 * @param dpi from the NIST comment, 0 where not stated
 * @param end first byte after the end marker
 */
record WsqHeader(
        WsqFrame frame,
        WsqFilters filters,
        WsqQuantiser quantiser,
        List<Part> parts,
        int dpi,
        int end) {

    static final int SOI = 0xA0;
    static final int EOI = 0xA1;
    static final int SOF = 0xA2;
    static final int SOB = 0xA3;
    static final int DTT = 0xA4;
    static final int DQT = 0xA5;
    static final int DHT = 0xA6;
    private static final int DRT = 0xA7;
    static final int COM = 0xA8;

    private static final int MOST_PARTS = 64;
    private static final Pattern PPI = Pattern.compile("(?m)^PPI (\\d{2,4})$");

    /** A code table or a block of coefficients. */
    sealed interface Part {

        /** Content of a DHT segment: one or several tables. */
        record CodeTables(Bytes content) implements Part {}

        /** Coefficients, and the number of the table they are coded with. */
        record Block(int table, Bytes data) implements Part {}
    }

    WsqHeader {
        parts = List.copyOf(parts);
    }

    static WsqHeader read(Bytes wsq, ImageLimits limits) throws RefusedException {
        Walk walk = new Walk(wsq, limits);
        int position = 2;
        while (marker(wsq, position) != EOI) {
            position = walk.take(marker(wsq, position), position + 2);
        }
        return walk.finish(position + 2);
    }

    private static int marker(Bytes wsq, int position) throws RefusedException {
        int marker = wsq.u16(position);
        if (marker >> 8 != 0xFF) {
            throw RefusedException.corrupt("a WSQ marker is missing");
        }
        return marker & 0xFF;
    }

    /** Collects while walking; confined to one call. */
    private static final class Walk {
        private final Bytes wsq;
        private final ImageLimits limits;
        private final List<Part> parts = new ArrayList<>();
        private @Nullable WsqFrame frame;
        private @Nullable WsqFilters filters;
        private @Nullable WsqQuantiser quantiser;
        private int dpi;

        Walk(Bytes wsq, ImageLimits limits) {
            this.wsq = wsq;
            this.limits = limits;
        }

        /** Takes the segment whose length is at the position; answers where the next one begins. */
        int take(int marker, int position) throws RefusedException {
            int length = wsq.u16(position);
            if (length < 2) {
                throw RefusedException.corrupt("a WSQ segment without a length");
            }
            Bytes content = wsq.slice(position + 2, length - 2);
            int next = position + length;
            switch (marker) {
                case SOF -> frame = frame(content);
                case DTT -> filters = WsqFilters.read(content);
                case DQT -> quantiser = WsqQuantiser.read(content);
                case DHT -> add(new Part.CodeTables(content));
                case SOB -> {
                    int end = endOfData(next);
                    add(new Part.Block(content.u8(0), wsq.slice(next, end - next)));
                    next = end;
                }
                case COM -> comment(content);
                case DRT -> throw RefusedException.unsupported("WSQ restart intervals");
                case SOI -> throw RefusedException.corrupt("a second WSQ start marker");
                default -> throw RefusedException.corrupt("an unknown WSQ marker");
            }
            return next;
        }

        private WsqFrame frame(Bytes content) throws RefusedException {
            if (frame != null) {
                throw RefusedException.badHeader("it has two WSQ frames");
            }
            return WsqFrame.read(content, limits);
        }

        private void add(Part part) throws RefusedException {
            if (parts.size() == MOST_PARTS) {
                throw RefusedException.corrupt("too many WSQ blocks");
            }
            parts.add(part);
        }

        private void comment(Bytes content) throws RefusedException {
            HiddenFiles.checkText(content.array(), content.start(), content.end());
            if (content.startsWith(0, "NIST_COM")) {
                String text =
                        new String(content.copy(0, content.length()), StandardCharsets.ISO_8859_1);
                Matcher stated = PPI.matcher(text);
                dpi = stated.find() ? Integer.parseInt(stated.group(1)) : dpi;
            }
        }

        /** Position of the marker behind the coefficients; FF 00 among them is a data byte FF. */
        private int endOfData(int from) throws RefusedException {
            for (int at = from; wsq.has(at, 2); at++) {
                if (wsq.u8(at) == 0xFF && wsq.u8(at + 1L) != 0) {
                    return at;
                }
            }
            throw RefusedException.truncated("it ends inside its pixel data");
        }

        WsqHeader finish(int end) throws RefusedException {
            if (frame == null || filters == null || quantiser == null) {
                throw RefusedException.badHeader("a WSQ frame or table is missing");
            }
            return new WsqHeader(frame, filters, quantiser, parts, dpi, end);
        }
    }
}
