package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.person.SampleReader.Samples;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** Enrols, verifies, updates and deletes the people of a tenant. Safe for any number of threads. */
public final class People {

    private final PersonStore store;
    private final PersonSecrets secrets;
    private final SampleReader reader;
    private final Verifier verifier;
    private final TenantThresholds thresholds;
    private final LockOut lockOut;
    private final Admission admission;
    private final ClientIds clientIds;
    private final PersonAudit audit;
    private final Clock clock;
    private final int leastQuality;

    People(
            PersonStore store,
            PersonSecrets secrets,
            SampleReader reader,
            Verifier verifier,
            TenantThresholds thresholds,
            LockOut lockOut,
            Admission admission,
            ClientIds clientIds,
            PersonAudit audit,
            Clock clock,
            int leastQuality) {
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.reader = Objects.requireNonNull(reader, "reader");
        this.verifier = Objects.requireNonNull(verifier, "verifier");
        this.thresholds = Objects.requireNonNull(thresholds, "thresholds");
        this.lockOut = Objects.requireNonNull(lockOut, "lockOut");
        this.admission = Objects.requireNonNull(admission, "admission");
        this.clientIds = Objects.requireNonNull(clientIds, "clientIds");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.leastQuality = leastQuality;
    }

    /**
     * Makes templates of the pictures and keeps them.
     *
     * @param actor who does it, for the audit trail
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    public Enrolment enrol(String tenantId, String actor, CustomId customId, Capture capture) {
        byte[] pseudonym = secrets.pseudonym(tenantId, customId);
        // why here as well as at the end: it saves the networks' work where the name is long taken
        if (store.find(tenantId, pseudonym).isPresent()) {
            return new Enrolment.AlreadyEnrolled();
        }
        return switch (read(tenantId, capture)) {
            case Samples.Unusable(var sample) -> new Enrolment.Unusable(sample);
            case Samples.Read(var templates) -> {
                StoredPerson person = draw(tenantId, pseudonym, customId, templates);
                OptionalLong number = store.add(person);
                if (number.isEmpty()) {
                    yield new Enrolment.AlreadyEnrolled();
                }
                audit.enrolled(tenantId, actor, pseudonym);
                yield new Enrolment.Enrolled(
                        new Person(customId, person.clientId(), number.getAsLong()));
            }
        };
    }

    /**
     * Replaces the templates of what was sent; failed verifications are forgotten.
     *
     * @param actor who does it, for the audit trail
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    public Update update(String tenantId, String actor, CustomId customId, Capture capture) {
        Optional<StoredPerson> found = find(tenantId, customId);
        if (found.isEmpty()) {
            return new Update.UnknownPerson();
        }
        StoredPerson person = found.get();
        return switch (read(tenantId, capture)) {
            case Samples.Unusable(var sample) -> new Update.Unusable(sample);
            case Samples.Read(var templates) -> {
                var sealed = secrets.seal(tenantId, person.id(), templates);
                if (!store.replace(tenantId, person.id(), sealed, now())) {
                    yield new Update.UnknownPerson();
                }
                lockOut.succeeded(person.id());
                audit.updated(tenantId, actor, person.pseudonym());
                yield new Update.Updated(secrets.reveal(person));
            }
        };
    }

    /**
     * Deletes the person and every template; empty if there is nobody of that name.
     *
     * @param actor who does it, for the audit trail
     */
    public Optional<Person> delete(String tenantId, String actor, CustomId customId) {
        Optional<StoredPerson> found = find(tenantId, customId);
        if (found.isEmpty() || !store.delete(tenantId, found.get().id(), now())) {
            return Optional.empty();
        }
        audit.deleted(tenantId, actor, found.get().pseudonym());
        return found.map(secrets::reveal);
    }

    /**
     * Compares the pictures with what is enrolled.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}
     */
    public Verification verify(String tenantId, CustomId customId, Capture capture) {
        Optional<StoredPerson> found = find(tenantId, customId);
        if (found.isEmpty()) {
            return new Verification.UnknownPerson();
        }
        StoredPerson person = found.get();
        Optional<Duration> wait = lockOut.begin(person.id());
        if (wait.isPresent()) {
            return new Verification.LockedOut(wait.get());
        }
        boolean compared = false;
        try {
            Map<Integer, Template> enrolled = enrolled(person, capture);
            Verification result =
                    admission.run(tenantId, () -> compare(tenantId, person, enrolled, capture));
            compared = result instanceof Verification.Compared;
            if (result instanceof Verification.Compared(var _, var match, _, _, _) && match) {
                lockOut.succeeded(person.id());
            }
            return result;
        } finally {
            if (!compared) {
                lockOut.withdrawn(person.id());
            }
        }
    }

    private Verification compare(
            String tenantId,
            StoredPerson person,
            Map<Integer, Template> enrolled,
            Capture capture) {
        return switch (reader.read(capture, SampleReader.ANY_QUALITY)) {
            case Samples.Unusable(var sample) -> new Verification.Unusable(sample);
            case Samples.Read(var sent) ->
                    verifier.verify(
                            secrets.reveal(person), enrolled, sent, thresholds.of(tenantId));
        };
    }

    /** What is enrolled of what was sent. */
    private Map<Integer, Template> enrolled(StoredPerson person, Capture capture) {
        Map<Integer, Template> templates = new TreeMap<>();
        person.templates()
                .forEach(
                        (slot, box) -> {
                            if (capture.holds(slot)) {
                                templates.put(slot, secrets.template(person, slot, box));
                            }
                        });
        return templates;
    }

    private Samples read(String tenantId, Capture capture) {
        return admission.run(tenantId, () -> reader.read(capture, leastQuality));
    }

    private Optional<StoredPerson> find(String tenantId, CustomId customId) {
        return store.find(tenantId, secrets.pseudonym(tenantId, customId));
    }

    private StoredPerson draw(
            String tenantId,
            byte[] pseudonym,
            CustomId customId,
            Map<Integer, Template> templates) {
        UUID id = UUID.randomUUID();
        Instant now = now();
        return new StoredPerson(
                id,
                tenantId,
                pseudonym,
                secrets.seal(tenantId, id, customId),
                0,
                clientIds.draw(now),
                now,
                now,
                secrets.seal(tenantId, id, templates));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
