package dev.selfsame.engine.portrait;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Some pixels of a sheet. Unchanging; the bit set inside is never handed out. */
final class Region {

    private static final int W = SheetGeometry.WIDTH;
    private static final int H = SheetGeometry.HEIGHT;

    private final BitSet bits;

    private Region(BitSet bits) {
        this.bits = bits;
    }

    /** The pixels that satisfy a condition on their index. */
    static Region where(IntPredicate condition) {
        BitSet bits = new BitSet(W * H);
        for (int i = 0; i < W * H; i++) {
            bits.set(i, condition.test(i));
        }
        return new Region(bits);
    }

    static Region disc(double x, double y, double radius) {
        return where(
                i -> Math.hypot(SheetGeometry.column(i) - x, SheetGeometry.row(i) - y) <= radius);
    }

    static Region box(double left, double top, double right, double bottom) {
        return where(
                i ->
                        SheetGeometry.column(i) >= left
                                && SheetGeometry.column(i) <= right
                                && SheetGeometry.row(i) >= top
                                && SheetGeometry.row(i) <= bottom);
    }

    /** Inside the polygon of mesh points, even-odd. */
    static Region polygon(SheetGeometry geometry, int... points) {
        BitSet bits = new BitSet(W * H);
        double[] crossings = new double[points.length];
        for (int y = 0; y < H; y++) {
            int n = 0;
            for (int k = 0; k < points.length; k++) {
                int p = points[k];
                int q = points[(k + 1) % points.length];
                double y1 = geometry.y(p);
                double y2 = geometry.y(q);
                if (y1 <= y != y2 <= y) {
                    double share = (y - y1) / (y2 - y1);
                    crossings[n++] = geometry.x(p) + share * (geometry.x(q) - geometry.x(p));
                }
            }
            Arrays.sort(crossings, 0, n);
            for (int k = 0; k + 1 < n; k += 2) {
                int from = (int) Math.clamp(Math.ceil(crossings[k]), 0.0, (double) W);
                int to = (int) Math.clamp(Math.floor(crossings[k + 1]) + 1, 0.0, (double) W);
                bits.set(y * W + from, y * W + Math.max(from, to));
            }
        }
        return new Region(bits);
    }

    Region and(Region other) {
        BitSet both = (BitSet) bits.clone();
        both.and(other.bits);
        return new Region(both);
    }

    Region or(Region other) {
        BitSet either = (BitSet) bits.clone();
        either.or(other.bits);
        return new Region(either);
    }

    Region minus(Region other) {
        BitSet rest = (BitSet) bits.clone();
        rest.andNot(other.bits);
        return new Region(rest);
    }

    Region and(IntPredicate condition) {
        BitSet some = new BitSet(W * H);
        bits.stream().filter(condition).forEach(some::set);
        return new Region(some);
    }

    /** With all pixels up to some steps away, along rows, columns and diagonals. */
    Region grown(int steps) {
        BitSet now = bits;
        for (int step = 0; step < steps; step++) {
            BitSet next = (BitSet) now.clone();
            for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int x = SheetGeometry.column(i) + dx;
                        int y = SheetGeometry.row(i) + dy;
                        if (x >= 0 && x < W && y >= 0 && y < H) {
                            next.set(y * W + x);
                        }
                    }
                }
            }
            now = next;
        }
        return new Region(now);
    }

    Region shrunk(int steps) {
        BitSet outside = (BitSet) bits.clone();
        outside.flip(0, W * H);
        BitSet shrunk = new Region(outside).grown(steps).bits;
        shrunk.flip(0, W * H);
        return new Region(shrunk);
    }

    boolean has(int pixel) {
        return bits.get(pixel);
    }

    int size() {
        return bits.cardinality();
    }

    int[] pixels() {
        return bits.stream().toArray();
    }

    /** Share of the pixels that satisfy a condition, NaN where there is none. */
    double share(IntPredicate condition) {
        return (double) bits.stream().filter(condition).count() / size();
    }

    /** Mean of a plane, NaN where there is no pixel. */
    double mean(float[] plane) {
        return bits.stream().mapToDouble(i -> plane[i]).average().orElse(Double.NaN);
    }

    /** A quantile 0..1 of a plane, NaN where there is no pixel. */
    double quantile(float[] plane, double share) {
        double[] sorted = bits.stream().mapToDouble(i -> plane[i]).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    double median(float[] plane) {
        return quantile(plane, 0.5);
    }
}
