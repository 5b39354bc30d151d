package dev.selfsame.engine.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;

/** The best hits so far, at most a given number. Confined to one thread. */
final class TopHits {

    private final int limit;
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Hit.BEST_FIRST.reversed());

    TopHits(int limit) {
        this.limit = limit;
    }

    /** Nothing below this closeness can still get in. */
    double threshold() {
        Hit worst = worstFirst.peek();
        return worst == null || worstFirst.size() < limit
                ? Double.NEGATIVE_INFINITY
                : worst.closeness();
    }

    void offer(Hit hit) {
        if (worstFirst.size() < limit) {
            worstFirst.add(hit);
        } else if (Hit.BEST_FIRST.compare(hit, worstFirst.peek()) < 0) {
            worstFirst.poll();
            worstFirst.add(hit);
        }
    }

    void offerAll(Iterable<Hit> hits) {
        hits.forEach(this::offer);
    }

    /**
     * All of them, best first. An id that was removed and added again while the search passed can
     * have been met twice; it stands once, where it was more alike.
     */
    List<Hit> bestFirst() {
        Set<UUID> met = new HashSet<>();
        List<Hit> hits = new ArrayList<>(worstFirst);
        hits.sort(Hit.BEST_FIRST);
        hits.removeIf(hit -> !met.add(hit.id()));
        return hits;
    }
}
