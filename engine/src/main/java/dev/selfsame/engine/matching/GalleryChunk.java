package dev.selfsame.engine.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.StampedLock;

/**
 * A block of templates without gaps, and the unit of consistency. Writers take turns outside; each
 * change holds this chunk's lock for the copy of one vector. A search reads without a lock and
 * throws away what it read if the chunk changed meanwhile; the second time it holds the writers of
 * this one chunk off, so it always gets through.
 */
final class GalleryChunk {

    private final StampedLock lock = new StampedLock();
    private final int stride;
    private final byte[] vectors;
    private final int[] squares;
    private final long[] idsHigh;
    private final long[] idsLow;
    private int count;

    GalleryChunk(int stride, int capacity) {
        this.stride = stride;
        vectors = new byte[Math.multiplyExact(stride, capacity)];
        squares = new int[capacity];
        idsHigh = new long[capacity];
        idsLow = new long[capacity];
    }

    int capacity() {
        return squares.length;
    }

    /** For writers. */
    boolean isFull() {
        return count == squares.length;
    }

    /** For writers. */
    UUID id(int place) {
        return new UUID(idsHigh[place], idsLow[place]);
    }

    /** For writers. */
    int count() {
        return count;
    }

    /** For writers; returns the new template's place. */
    int append(UUID id, byte[] vector) {
        long stamp = lock.writeLock();
        try {
            idsHigh[count] = id.getMostSignificantBits();
            idsLow[count] = id.getLeastSignificantBits();
            put(count, vector);
            return count++;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /** For writers. */
    void overwrite(int place, byte[] vector) {
        long stamp = lock.writeLock();
        try {
            put(place, vector);
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private void put(int place, byte[] vector) {
        System.arraycopy(vector, 0, vectors, place * stride, vector.length);
        squares[place] = FaceMatcher.dot(vector, vector);
    }

    /** For writers: moves the last template to the place. */
    void remove(int place) {
        long stamp = lock.writeLock();
        try {
            int last = count - 1;
            System.arraycopy(vectors, last * stride, vectors, place * stride, stride);
            squares[place] = squares[last];
            idsHigh[place] = idsHigh[last];
            idsLow[place] = idsLow[last];
            // why: what was deleted must not stay in memory
            Arrays.fill(vectors, last * stride, last * stride + stride, (byte) 0);
            squares[last] = 0;
            idsHigh[last] = 0;
            idsLow[last] = 0;
            count = last;
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /**
     * Offers every template to the hits.
     *
     * @param dots scratch, at least as long as the capacity
     */
    void search(Probe probe, FaceMatcher matcher, DotKernel kernel, int[] dots, TopHits hits) {
        long stamp = lock.tryOptimisticRead();
        if (stamp != 0) {
            List<Hit> found = read(probe, matcher, kernel, dots, hits.threshold());
            if (lock.validate(stamp)) {
                hits.offerAll(found);
                return;
            }
        }
        stamp = lock.readLock();
        try {
            hits.offerAll(read(probe, matcher, kernel, dots, hits.threshold()));
        } finally {
            lock.unlockRead(stamp);
        }
    }

    private List<Hit> read(
            Probe probe, FaceMatcher matcher, DotKernel kernel, int[] dots, double threshold) {
        int present = count;
        kernel.dots(vectors, present, probe, dots);
        List<Hit> found = new ArrayList<>();
        for (int i = 0; i < present; i++) {
            double closeness = matcher.closeness(dots[i], probe.squared(), squares[i]);
            if (closeness >= threshold) {
                found.add(new Hit(closeness, id(i)));
            }
        }
        return found;
    }

    /** Bytes of the arrays. */
    long bytes() {
        return vectors.length + (long) capacity() * (Integer.BYTES + 2 * Long.BYTES);
    }
}
