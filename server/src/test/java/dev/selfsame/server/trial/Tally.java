package dev.selfsame.server.trial;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happened in a trial, and what must not have. Safe for many threads. */
final class Tally {

    /** Things that are counted. */
    enum Event {
        ENROLLED,
        UPDATED,
        DELETED,
        CUT_AND_DONE,
        CUT_AND_NOT_DONE,
        VERIFIED,
        FOUND_ABSENT,
        IDENTIFIED,
        ENROLLED_AGAIN
    }

    private final Map<Event, Integer> counts = new EnumMap<>(Event.class);
    private final Set<Long> numbers = new HashSet<>();
    private final List<String> violations = new ArrayList<>();

    synchronized void count(Event event) {
        counts.merge(event, 1, Integer::sum);
    }

    synchronized int of(Event event) {
        return counts.getOrDefault(event, 0);
    }

    /** Notes the number of somebody new, which nobody else may ever have had. */
    synchronized void newNumber(long number) {
        if (!numbers.add(number)) {
            violations.add("BioPassID " + number + " was given twice");
        }
    }

    synchronized void violation(String text) {
        violations.add(text);
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    @Override
    public synchronized String toString() {
        return counts.toString();
    }
}
