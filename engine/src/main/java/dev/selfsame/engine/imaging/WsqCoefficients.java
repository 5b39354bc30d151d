package dev.selfsame.engine.imaging;

import java.util.List;

/**
 * A picture taken apart into bands of frequencies. Shares its array.
 *
 * @param plane all bands, as their rectangles lie
 * @param stride columns of the plane
 * @param bands the 60 that are coded, in the order of the file
 */
record WsqCoefficients(float[] plane, int stride, List<WsqBand> bands) {

    WsqCoefficients {
        bands = List.copyOf(bands);
    }

    float at(WsqBand band, int x, int y) {
        return plane[(band.y() + y) * stride + band.x() + x];
    }
}
