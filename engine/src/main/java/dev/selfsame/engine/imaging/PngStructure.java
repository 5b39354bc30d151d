package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.PngChunks.Chunk;

/**
 * What a walk over all chunks finds: everything the decoder needs, nothing of what it does not.
 * Text, colour profiles and all other ancillary chunks are stepped over and never inflated.
 *
 * @param header the IHDR chunk
 * @param palette red, green and blue of each entry, empty where there is none
 * @param transparency content of the tRNS chunk, empty where there is none
 * @param hints orientation and resolution
 * @param firstData position of the first IDAT chunk
 * @param dataBytes bytes of all IDAT chunks together
 * @param end first byte after IEND
 */
record PngStructure(
        PngHeader header,
        byte[] palette,
        byte[] transparency,
        PictureHints hints,
        int firstData,
        long dataBytes,
        int end) {

    private static final int UNIT_METRE = 1;

    static PngStructure read(Bytes png, ImageLimits limits) throws RefusedException {
        Chunk first = PngChunks.at(png, PngChunks.FIRST);
        Walk walk = new Walk(png, PngHeader.read(png, first, limits));
        Chunk chunk = first;
        do {
            chunk = PngChunks.at(png, chunk.next());
            walk.take(chunk);
        } while (chunk.type() != PngChunks.IEND);
        return walk.finish(chunk.next());
    }

    /** Collects while walking; confined to one call. */
    private static final class Walk {
        private final Bytes png;
        private final PngHeader header;
        private byte[] palette = new byte[0];
        private byte[] transparency = new byte[0];
        private PictureHints hints = PictureHints.NONE;
        private int firstData = -1;
        private int lastDataEnd;
        private long dataBytes;

        Walk(Bytes png, PngHeader header) {
            this.png = png;
            this.header = header;
        }

        void take(Chunk chunk) throws RefusedException {
            if (chunk.critical()) {
                PngChunks.checkCrc(png, chunk);
            }
            switch (chunk.type()) {
                case PngChunks.PLTE -> palette(chunk);
                case PngChunks.IDAT -> data(chunk);
                case PngChunks.TRNS -> transparency(chunk);
                case PngChunks.PHYS -> hints = hints.or(physicalSize(chunk));
                case PngChunks.EXIF ->
                        hints =
                                hints.or(
                                        ExifHints.ofBlock(png.slice(chunk.data(), chunk.length())));
                case PngChunks.IEND -> {}
                default -> {
                    if (chunk.critical()) {
                        throw RefusedException.corrupt("an unknown critical PNG chunk");
                    }
                    int from = png.start() + chunk.data();
                    HiddenFiles.checkText(png.array(), from, from + chunk.length());
                }
            }
        }

        private void palette(Chunk chunk) throws RefusedException {
            int most = 3 * Math.min(256, 1 << Math.min(8, header.bitDepth()));
            boolean fits = chunk.length() > 0 && chunk.length() % 3 == 0;
            if (!fits || palette.length > 0 || firstData >= 0) {
                throw RefusedException.badHeader("its palette is out of place");
            }
            // why: in pictures without indices the palette is only a suggestion
            if (header.colourType() == PngHeader.PALETTE) {
                if (chunk.length() > most) {
                    throw RefusedException.badHeader("its palette is too long");
                }
                palette = png.copy(chunk.data(), chunk.length());
            }
        }

        private void transparency(Chunk chunk) throws RefusedException {
            int expected =
                    switch (header.colourType()) {
                        case PngHeader.GREY -> 2;
                        case PngHeader.COLOUR -> 6;
                        default -> 0;
                    };
            boolean indexed = header.colourType() == PngHeader.PALETTE;
            if (indexed ? chunk.length() <= 256 : chunk.length() == expected) {
                transparency = png.copy(chunk.data(), chunk.length());
            }
        }

        private void data(Chunk chunk) throws RefusedException {
            int start = chunk.data() - 8;
            if (firstData < 0) {
                firstData = start;
            } else if (start != lastDataEnd) {
                throw RefusedException.corrupt("its pixel data are not in one piece");
            }
            lastDataEnd = chunk.next();
            dataBytes += chunk.length();
        }

        private PictureHints physicalSize(Chunk chunk) throws RefusedException {
            if (chunk.length() != 9 || png.u8(chunk.data() + 8L) != UNIT_METRE) {
                return PictureHints.NONE;
            }
            return new PictureHints(1, PictureHints.dpiOfMetres((double) png.u32(chunk.data())));
        }

        PngStructure finish(int end) throws RefusedException {
            if (firstData < 0) {
                throw RefusedException.truncated("it has no pixel data");
            }
            if (header.colourType() == PngHeader.PALETTE && palette.length == 0) {
                throw RefusedException.badHeader("its palette is missing");
            }
            return new PngStructure(
                    header, palette, transparency, hints, firstData, dataBytes, end);
        }
    }
}
