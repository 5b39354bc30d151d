package dev.selfsame.server.person;

import dev.selfsame.server.audit.AuditTrail;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** The records of consent of people who are enrolled. Safe for any number of threads. */
public final class PersonConsents {

    private final PersonStore store;
    private final PersonSecrets secrets;
    private final PersonAudit audit;
    private final Clock clock;

    public PersonConsents(PersonStore store, PersonSecrets secrets, AuditTrail trail, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        audit = new PersonAudit(trail);
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** What came of a question about somebody's consent. */
    public sealed interface Answer {

        /** The record of somebody. */
        record Recorded(CustomId customId, Consent consent) implements Answer {}

        /** Somebody of whom none is on record. */
        record NothingRecorded(CustomId customId) implements Answer {}

        /** Nobody of that name is enrolled. */
        record UnknownPerson() implements Answer {}
    }

    /** What is on record. */
    public Answer read(String tenantId, CustomId customId) {
        Optional<StoredPerson> person = find(tenantId, customId);
        if (person.isEmpty()) {
            return new Answer.UnknownPerson();
        }
        return secrets.consent(person.get())
                .<Answer>map(consent -> new Answer.Recorded(customId, consent))
                .orElseGet(() -> new Answer.NothingRecorded(customId));
    }

    /**
     * Replaces the record, durably.
     *
     * @param actor who does it, for the audit trail
     * @throws dev.selfsame.server.problem.Problem {@code INVALID_REQUEST} if it was given or
     *     withdrawn later than now
     */
    public Answer replace(String tenantId, String actor, CustomId customId, Consent consent) {
        consent.checkHappened(clock.instant());
        Optional<StoredPerson> person = find(tenantId, customId);
        if (person.isEmpty()
                || !store.setConsent(
                        tenantId,
                        person.get().id(),
                        secrets.seal(tenantId, person.get().id(), consent))) {
            return new Answer.UnknownPerson();
        }
        audit.consented(tenantId, actor, person.get().pseudonym());
        return new Answer.Recorded(customId, consent);
    }

    private Optional<StoredPerson> find(String tenantId, CustomId customId) {
        return store.find(tenantId, secrets.pseudonym(tenantId, customId));
    }
}
