package dev.selfsame.engine.liveness;

/**
 * The circle that the face should fill.
 *
 * @param targetR radius as a part of the frame's width, 0..1
 * @param stability how much of the time in this circle has passed, 0..1; above 0 frames are taken
 */
public record CircleTarget(double targetR, double stability) {}
