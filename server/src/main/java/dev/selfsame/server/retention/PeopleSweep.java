package dev.selfsame.server.retention;

import dev.selfsame.server.person.Expiry;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonErasure;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.receipt.ErasureReason;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Goes through the people of a tenant that are to be deleted, some at a time. */
final class PeopleSweep {

    private static final int PAGE = 100;

    // why: no id that was drawn comes before it in either database
    private static final UUID FIRST = new UUID(0, 0);

    private final PeopleCensus people;
    private final PersonErasure erasure;

    /** How many there were, by reason. */
    record Counts(long unused, long consentEnded) {

        static final Counts NONE = new Counts(0, 0);

        Counts with(ErasureReason reason) {
            return reason == ErasureReason.CONSENT_ENDED
                    ? new Counts(unused, consentEnded + 1)
                    : new Counts(unused + 1, consentEnded);
        }
    }

    PeopleSweep(PeopleCensus people, PersonErasure erasure) {
        this.people = Objects.requireNonNull(people, "people");
        this.erasure = Objects.requireNonNull(erasure, "erasure");
    }

    /**
     * Deletes them, each for itself, so that a kill in between leaves whole people and whole
     * deletions.
     *
     * @param goesOn asked before each page
     */
    Counts delete(Expiry expiry, String actor, BooleanSupplier goesOn) {
        Counts counts = Counts.NONE;
        UUID after = FIRST;
        while (goesOn.getAsBoolean()) {
            List<StoredPerson> page = people.expired(expiry, after, PAGE);
            for (StoredPerson person : page) {
                ErasureReason reason = reason(expiry, person);
                // why skipped otherwise: who was used or changed meanwhile is not due any more
                if (erasure.erase(person, actor, reason).isPresent()) {
                    counts = counts.with(reason);
                }
            }
            if (page.size() < PAGE) {
                return counts;
            }
            after = page.getLast().id();
        }
        return counts;
    }

    private static ErasureReason reason(Expiry expiry, StoredPerson person) {
        return expiry.isByConsent(person) ? ErasureReason.CONSENT_ENDED : ErasureReason.UNUSED;
    }
}
