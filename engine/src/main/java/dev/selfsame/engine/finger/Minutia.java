package dev.selfsame.engine.finger;

/**
 * A minutia as the interchange formats have it.
 *
 * @param x pixels from the left, from 0
 * @param y pixels from the top, from 0
 * @param degrees 0..360, counter-clockwise from the right, from the minutia into its ridge or, at a
 *     fork, into its valley
 * @param ending whether it is the end of a ridge rather than a fork
 */
record Minutia(int x, int y, double degrees, boolean ending) {

    /** The angle in units of a full turn's n-th part, to the nearest, 0..n-1. */
    int angle(int unitsPerTurn) {
        return (int) Math.round(degrees * unitsPerTurn / 360) % unitsPerTurn;
    }
}
