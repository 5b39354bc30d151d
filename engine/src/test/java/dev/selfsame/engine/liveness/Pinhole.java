package dev.selfsame.engine.liveness;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Draws textured triangles as a pinhole camera sees them, the nearer ones in front. The camera sits
 * at the origin and looks along z; lengths are free.
 */
final class Pinhole {

    /** Points of space with where their colour is in the texture. */
    record Vertex(double x, double y, double z, double u, double v) {}

    private final int width;
    private final int height;
    private final double focal;
    private final BufferedImage image;
    private final double[] depth;

    /** A picture with nothing but a backdrop, scaled to fill it. */
    Pinhole(int width, int height, double focal, BufferedImage backdrop) {
        this.width = width;
        this.height = height;
        this.focal = focal;
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawImage(backdrop, 0, 0, width, height, null);
        depth = new double[width * height];
        Arrays.fill(depth, Double.MAX_VALUE);
    }

    BufferedImage image() {
        return image;
    }

    void draw(BufferedImage texture, Vertex a, Vertex b, Vertex c) {
        double[] xs = {column(a), column(b), column(c)};
        double[] ys = {row(a), row(b), row(c)};
        double area = (xs[1] - xs[0]) * (ys[2] - ys[0]) - (xs[2] - xs[0]) * (ys[1] - ys[0]);
        if (Math.abs(area) < 1e-9 || Math.min(a.z(), Math.min(b.z(), c.z())) <= 0) {
            return;
        }
        int left = (int) Math.max(0, Math.ceil(Math.min(xs[0], Math.min(xs[1], xs[2]))));
        int right = (int) Math.min(width - 1, Math.max(xs[0], Math.max(xs[1], xs[2])));
        int top = (int) Math.max(0, Math.ceil(Math.min(ys[0], Math.min(ys[1], ys[2]))));
        int bottom = (int) Math.min(height - 1, Math.max(ys[0], Math.max(ys[1], ys[2])));
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double wb = ((x - xs[0]) * (ys[2] - ys[0]) - (xs[2] - xs[0]) * (y - ys[0])) / area;
                double wc = ((xs[1] - xs[0]) * (y - ys[0]) - (x - xs[0]) * (ys[1] - ys[0])) / area;
                double wa = 1 - wb - wc;
                if (wa >= -1e-9 && wb >= -1e-9 && wc >= -1e-9) {
                    paint(texture, x, y, wa / a.z(), wb / b.z(), wc / c.z(), a, b, c);
                }
            }
        }
    }

    /** Weights over depth are linear on the screen, so they keep the texture in perspective. */
    private void paint(
            BufferedImage texture,
            int x,
            int y,
            double wa,
            double wb,
            double wc,
            Vertex a,
            Vertex b,
            Vertex c) {
        double sum = wa + wb + wc;
        double z = 1 / sum;
        if (z >= depth[y * width + x]) {
            return;
        }
        depth[y * width + x] = z;
        double u = (wa * a.u() + wb * b.u() + wc * c.u()) / sum;
        double v = (wa * a.v() + wb * b.v() + wc * c.v()) / sum;
        image.setRGB(x, y, sample(texture, u, v));
    }

    private double column(Vertex point) {
        return focal * point.x() / point.z() + (width - 1) / 2.0;
    }

    private double row(Vertex point) {
        return focal * point.y() / point.z() + (height - 1) / 2.0;
    }

    /** Bilinear; beyond the edge the colour of the edge. */
    static int sample(BufferedImage texture, double u, double v) {
        double x = Math.clamp(u, 0, texture.getWidth() - 1.001);
        double y = Math.clamp(v, 0, texture.getHeight() - 1.001);
        int x0 = (int) x;
        int y0 = (int) y;
        int x1 = Math.min(x0 + 1, texture.getWidth() - 1);
        int y1 = Math.min(y0 + 1, texture.getHeight() - 1);
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            double top = mix(texture.getRGB(x0, y0), texture.getRGB(x1, y0), shift, x - x0);
            double bottom = mix(texture.getRGB(x0, y1), texture.getRGB(x1, y1), shift, x - x0);
            rgb |= (int) Math.round(top + (bottom - top) * (y - y0)) << shift;
        }
        return rgb;
    }

    private static double mix(int a, int b, int shift, double share) {
        double from = a >> shift & 255;
        double to = b >> shift & 255;
        return from + (to - from) * share;
    }
}
