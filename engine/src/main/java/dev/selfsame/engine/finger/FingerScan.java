package dev.selfsame.engine.finger;

import com.machinezoo.sourceafis.FingerprintMatcher;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.matching.Candidate;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One search, whose threads take people in turns from one iterator. */
final class FingerScan {

    /** People taken at a time; a comparison takes a thousand times as long as taking one. */
    private static final int TURN = 16;

    /** More of them than wanted are compared again, as the second pass may change their order. */
    private static final int FURTHER = 32;

    private static final Comparator<Hit> BEST_FIRST =
            Comparator.comparing(Hit::fmr).thenComparing(Hit::id);

    private static final Comparator<Candidate> BEST_CANDIDATE_FIRST =
            Comparator.comparing(Candidate::fmr).thenComparing(Candidate::id);

    private final PersonsFingers sent;
    private final @Nullable FingerprintMatcher[] probes =
            new @Nullable FingerprintMatcher[PersonsFingers.SLOTS + 1];
    private final int limit;
    private final int shortlist;
    private final Iterator<Map.Entry<UUID, PersonsFingers>> people;

    private record Hit(UUID id, PersonsFingers fingers, Fmr fmr) {}

    FingerScan(PersonsFingers sent, int limit, Set<Map.Entry<UUID, PersonsFingers>> people) {
        this.sent = sent;
        this.limit = limit;
        this.people = people.iterator();
        shortlist = (int) Math.min((long) limit + FURTHER, Integer.MAX_VALUE);
        for (int slot = 1; slot <= PersonsFingers.SLOTS; slot++) {
            OpenedFinger finger = sent.finger(slot);
            probes[slot] = finger == null ? null : new FingerprintMatcher(finger.template());
        }
    }

    /** The best candidates, best first; the caller's thread is one of the threads. */
    List<Candidate> run(int threads) {
        List<Hit> hits = new ArrayList<>();
        if (threads == 1) {
            hits.addAll(scan());
        } else {
            List<Future<PriorityQueue<Hit>>> parts = new ArrayList<>();
            try (ExecutorService pool = Executors.newFixedThreadPool(threads - 1)) {
                for (int i = 1; i < threads; i++) {
                    parts.add(pool.submit(this::scan));
                }
                hits.addAll(scan());
            }
            parts.forEach(part -> hits.addAll(part.resultNow()));
        }
        return hits.stream()
                .sorted(BEST_FIRST)
                .limit(shortlist)
                .map(this::candidate)
                .sorted(BEST_CANDIDATE_FIRST)
                .limit(limit)
                .toList();
    }

    private Candidate candidate(Hit hit) {
        return new Candidate(hit.id(), sent.compare(hit.fingers()).orElseThrow());
    }

    private PriorityQueue<Hit> scan() {
        PriorityQueue<Hit> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());
        for (List<Map.Entry<UUID, PersonsFingers>> turn = next(); !turn.isEmpty(); turn = next()) {
            for (Map.Entry<UUID, PersonsFingers> it : turn) {
                PersonsFingers fingers = it.getValue();
                sent.compare(fingers, this::rate)
                        .ifPresent(fmr -> offer(worstFirst, new Hit(it.getKey(), fingers, fmr)));
            }
        }
        return worstFirst;
    }

    private Fmr rate(int slot, OpenedFinger theirs) {
        FingerprintMatcher probe = probes[slot];
        if (probe == null) {
            throw new IllegalStateException("a slot is compared that was not sent: " + slot);
        }
        return FingerMatcher.fmr(probe, theirs);
    }

    private void offer(PriorityQueue<Hit> worstFirst, Hit hit) {
        worstFirst.add(hit);
        if (worstFirst.size() > shortlist) {
            worstFirst.poll();
        }
    }

    private List<Map.Entry<UUID, PersonsFingers>> next() {
        List<Map.Entry<UUID, PersonsFingers>> turn = new ArrayList<>(TURN);
        synchronized (people) {
            while (turn.size() < TURN && people.hasNext()) {
                turn.add(people.next());
            }
        }
        return turn;
    }
}
