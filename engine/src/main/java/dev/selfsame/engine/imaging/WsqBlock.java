package dev.selfsame.engine.imaging;

import java.util.function.IntConsumer;

/** Some bands of a plane as one coded block, with a table made for it. */
record WsqBlock(WsqCoefficients coefficients, WsqQuantiser quantiser, int firstBand, int endBand) {

    /** Writes table and block; the levels are computed twice rather than kept. */
    void write(int table, WsqOutput out) {
        int[] counts = new int[256];
        symbols((symbol, _, _) -> counts[symbol]++);
        HuffmanCoder coder = new HuffmanCoder(counts);
        out.segment(WsqHeader.DHT, new WsqOutput().u8(table).all(coder.stored()));
        out.segment(WsqHeader.SOB, new WsqOutput().u8(table));
        WsqBitOutput bits = new WsqBitOutput(out);
        symbols(
                (symbol, extra, extraBits) -> {
                    bits.write(coder.code(symbol), coder.length(symbol));
                    bits.write(extra, extraBits);
                });
        bits.finish();
    }

    private void symbols(WsqSymbols.Taker taker) {
        WsqSymbols symbols = new WsqSymbols(taker);
        for (int band = firstBand; band < endBand; band++) {
            if (quantiser.isCoded(band)) {
                levels(band, symbols::add);
            }
        }
        symbols.finish();
    }

    private void levels(int band, IntConsumer taker) {
        WsqBand part = coefficients.bands().get(band);
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                taker.accept(quantiser.level(band, coefficients.at(part, x, y)));
            }
        }
    }
}
