package dev.selfsame.engine.liveness;

import dev.selfsame.engine.face.FaceBox;

/**
 * How a face is lit and how sharp it is.
 *
 * @param mean grey value, 0..255
 * @param blown share of pixels that are nearly white, 0..1
 * @param detail mean difference of neighbours, grey values
 */
record Light(double mean, double blown, double detail) {

    private static final int NEARLY_WHITE = 250;

    static Light of(GreyPlane plane, FaceBox box) {
        int left = (int) Math.clamp(plane.x(box.x()), 0, plane.width() - 2);
        int top = (int) Math.clamp(plane.y(box.y()), 0, plane.height() - 2);
        int right = (int) Math.clamp(plane.x(box.x() + box.width()), left + 1, plane.width() - 1);
        int bottom = (int) Math.clamp(plane.y(box.y() + box.height()), top + 1, plane.height() - 1);
        long sum = 0;
        long white = 0;
        long steps = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int value = plane.at(x, y);
                sum += value;
                white += value >= NEARLY_WHITE ? 1 : 0;
                steps +=
                        Math.abs(value - plane.at(x + 1, y)) + Math.abs(value - plane.at(x, y + 1));
            }
        }
        double pixels = (double) (right - left) * (bottom - top);
        return new Light(sum / pixels, white / pixels, steps / (2 * pixels));
    }
}
