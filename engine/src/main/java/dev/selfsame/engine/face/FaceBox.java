package dev.selfsame.engine.face;

/**
 * Where a face is, in pixels of the upright file; may reach beyond the picture's edge.
 *
 * @param x left edge
 * @param y top edge
 * @param width pixels, positive
 * @param height pixels, positive
 * @param confidence detector's confidence 0..1
 */
public record FaceBox(double x, double y, double width, double height, double confidence) {}
