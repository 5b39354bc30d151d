package dev.selfsame.engine.portrait;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Pixels of a region that hang together along rows, columns and diagonals. */
final class Blobs {

    private static final int W = SheetGeometry.WIDTH;
    private static final int H = SheetGeometry.HEIGHT;

    private Blobs() {}

    /** Every connected part, in the order of their first pixels. */
    static List<Region> of(Region region) {
        BitSet seen = new BitSet(W * H);
        List<Region> blobs = new ArrayList<>();
        for (int start : region.pixels()) {
            if (!seen.get(start)) {
                BitSet blob = flood(region, start);
                seen.or(blob);
                blobs.add(Region.of(blob));
            }
        }
        return blobs;
    }

    /** The connected parts that share a pixel with another region. */
    static Region touching(Region region, Region other) {
        BitSet joined = new BitSet(W * H);
        for (int start : region.and(other).pixels()) {
            if (!joined.get(start)) {
                joined.or(flood(region, start));
            }
        }
        return Region.of(joined);
    }

    private static BitSet flood(Region region, int start) {
        BitSet blob = new BitSet(W * H);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        blob.set(start);
        open.add(start);
        while (!open.isEmpty()) {
            int i = open.remove();
            for (int k = 0; k < 9; k++) {
                int x = SheetGeometry.column(i) + k % 3 - 1;
                int y = SheetGeometry.row(i) + k / 3 - 1;
                int next = y * W + x;
                if (x >= 0 && x < W && y >= 0 && y < H && region.has(next) && !blob.get(next)) {
                    blob.set(next);
                    open.add(next);
                }
            }
        }
        return blob;
    }
}
