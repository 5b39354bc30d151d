package dev.selfsame.server.identification;

import dev.selfsame.server.person.UnusableSample;

import java.util.List;

/** What came of a search. */
public sealed interface SearchOutcome {

    /**
     * The search was made.
     *
     * @param candidates most similar first; empty where nobody is similar enough
     * @param searched people who were compared
     */
    record Searched(List<Found> candidates, int searched) implements SearchOutcome {
        public Searched {
            candidates = List.copyOf(candidates);
        }
    }

    /** One of the pictures cannot be compared. */
    record Unusable(UnusableSample sample) implements SearchOutcome {}
}
