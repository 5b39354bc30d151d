package dev.selfsame.engine.face;

/**
 * Aspect ratios (height over width) of the eye and lip openings; a closed eye is below about 0.15,
 * an open mouth above about 0.3.
 */
public record Openness(double rightEye, double leftEye, double mouth) {}
