package dev.selfsame.engine.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One pass over chunks, which its threads share out among themselves. */
final class GalleryScan {

    /** Chunks for each further thread: starting one costs about as much as scanning one chunk. */
    private static final int CHUNKS_A_THREAD = 4;

    private final GalleryChunk[] chunks;
    private final Probe probe;
    private final FaceMatcher matcher;
    private final DotKernel kernel;
    private final int limit;
    private final AtomicInteger next = new AtomicInteger();

    GalleryScan(
            GalleryChunk[] chunks, Probe probe, FaceMatcher matcher, DotKernel kernel, int limit) {
        this.chunks = chunks;
        this.probe = probe;
        this.matcher = matcher;
        this.kernel = kernel;
        this.limit = limit;
    }

    /** The best hits, best first; the caller's thread is one of the threads. */
    List<Hit> run(int threads) {
        int further = Math.min(threads - 1, chunks.length / CHUNKS_A_THREAD);
        TopHits hits;
        if (further < 1) {
            hits = scan();
        } else {
            List<Future<TopHits>> parts = new ArrayList<>();
            // why no pool that stays: the threads cost little beside a scan, and nothing to close
            try (ExecutorService pool = Executors.newFixedThreadPool(further)) {
                for (int i = 0; i < further; i++) {
                    parts.add(pool.submit(this::scan));
                }
                hits = scan();
            }
            for (Future<TopHits> part : parts) {
                hits.offerAll(part.resultNow().bestFirst());
            }
        }
        return hits.bestFirst();
    }

    private TopHits scan() {
        TopHits hits = new TopHits(limit);
        int largest = 0;
        for (GalleryChunk chunk : chunks) {
            largest = Math.max(largest, chunk.capacity());
        }
        int[] dots = new int[largest];
        // why backwards: the small chunks come last, when the threads run out of work
        for (int i = next.getAndIncrement(); i < chunks.length; i = next.getAndIncrement()) {
            chunks[chunks.length - 1 - i].search(probe, matcher, kernel, dots, hits);
        }
        return hits;
    }
}
