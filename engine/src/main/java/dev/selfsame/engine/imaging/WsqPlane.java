package dev.selfsame.engine.imaging;

import java.util.List;

/** Puts levels where their bands are, row by row and band after band. Confined to one thread. */
final class WsqPlane implements WsqLevels.Taker {

    private final float[] plane;
    private final int stride;
    private final List<WsqBand> bands;
    private final WsqQuantiser quantiser;
    private int band = -1;
    private int column;
    private int row;

    WsqPlane(float[] plane, int stride, List<WsqBand> bands, WsqQuantiser quantiser) {
        this.plane = plane;
        this.stride = stride;
        this.bands = bands;
        this.quantiser = quantiser;
        nextBand();
    }

    @Override
    public void take(int count, int level) {
        for (int i = 0; i < count; i++) {
            WsqBand current = bands.get(band);
            int at = (current.y() + row) * stride + current.x() + column;
            plane[at] = quantiser.coefficient(band, level);
            if (++column == current.width()) {
                column = 0;
                if (++row == current.height()) {
                    nextBand();
                }
            }
        }
    }

    private void nextBand() {
        row = 0;
        do {
            band++;
        } while (band < bands.size()
                && (!quantiser.isCoded(band) || bands.get(band).samples() == 0));
    }
}
