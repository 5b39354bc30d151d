package dev.selfsame.engine.finger.quality;

import java.util.List;

/**
 * How smoothly the ridges' direction goes on from place to place: 1 where it does not change, 0
 * where it changes as if by chance, 45 degrees on average (the orientation flow of ISO/IEC
 * 29794-4).
 */
final class OrientationFlow {

    private OrientationFlow() {}

    /** 0..1; 0 without neighbours. */
    static double of(RidgeBlock block, List<RidgeBlock> neighbours) {
        double change = 0;
        for (RidgeBlock it : neighbours) {
            double turned = Math.abs(it.across() - block.across());
            change += Math.min(turned, Math.PI - turned);
        }
        return neighbours.isEmpty()
                ? 0
                : Math.max(0, 1 - change / neighbours.size() / (Math.PI / 4));
    }
}
