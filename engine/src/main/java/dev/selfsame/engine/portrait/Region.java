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

    /** Takes the bits over; nobody else may change them afterwards. */
    static Region of(BitSet bits) {
        return new Region(bits);
    }

    static Region disc(double x, double y, double radius) {
        return box(x - radius, y - radius, x + radius, y + radius)
                .and(
                        i ->
                                Math.hypot(SheetGeometry.column(i) - x, SheetGeometry.row(i) - y)
                                        <= radius);
    }

    /** Both ends included, as far as the sheet reaches. */
    static Region box(double left, double top, double right, double bottom) {
        int from = (int) Math.clamp(Math.ceil(left), 0.0, (double) W);
        int to = (int) Math.clamp(Math.floor(right) + 1, (double) from, Math.max(from, W));
        int last = (int) Math.clamp(Math.floor(bottom), -1.0, H - 1.0);
        BitSet bits = new BitSet(W * H);
        for (int y = (int) Math.clamp(Math.ceil(top), 0.0, (double) H); y <= last; y++) {
            bits.set(y * W + from, y * W + to);
        }
        return new Region(bits);
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
        BitSet wide = new BitSet(W * H);
        for (int i = bits.nextSetBit(0); i >= 0; i = bits.nextSetBit(i + 1)) {
            // why: runs of a row at once; a pixel alone would be set once for each neighbour
            int end = Math.min(bits.nextClearBit(i), (SheetGeometry.row(i) + 1) * W);
            int from = Math.max(0, SheetGeometry.column(i) - steps);
            int to = Math.min(W, SheetGeometry.column(end - 1) + 1 + steps);
            int row = SheetGeometry.row(i) * W;
            wide.set(row + from, row + to);
            i = end - 1;
        }
        BitSet high = new BitSet(W * H);
        for (int i = wide.nextSetBit(0); i >= 0; i = wide.nextSetBit(i + 1)) {
            int end = Math.min(wide.nextClearBit(i), (SheetGeometry.row(i) + 1) * W);
            int first = Math.max(0, SheetGeometry.row(i) - steps);
            int last = Math.min(H - 1, SheetGeometry.row(i) + steps);
            for (int y = first; y <= last; y++) {
                high.set(
                        y * W + SheetGeometry.column(i), y * W + SheetGeometry.column(end - 1) + 1);
            }
            i = end - 1;
        }
        return new Region(high);
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
