package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.person.SampleReader.Samples;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.receipt.ErasureReason;
import dev.selfsame.server.receipt.StoredReceipt;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;

/** Enrols, verifies, updates and deletes the people of a tenant. Safe for any number of threads. */
public final class People {

    private static final int DELETION_ATTEMPTS = 20;

    private final PersonStore store;
    private final PersonSecrets secrets;
    private final SampleReader reader;
    private final Verifier verifier;
    private final TenantThresholds thresholds;
    private final LockOut lockOut;
    private final Admission admission;
    private final ClientIds clientIds;
    private final PersonAudit audit;
    private final PersonErasure erasure;
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
            PersonErasure erasure,
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
        this.erasure = Objects.requireNonNull(erasure, "erasure");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.leastQuality = leastQuality;
    }

    /**
     * Makes templates of the pictures and keeps them.
     *
     * @param actor who does it, for the audit trail
     * @param consent what is to be on record of it, null for nothing
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}, {@code
     *     INVALID_REQUEST} for a consent of the future
     */
    public Enrolment enrol(
            String tenantId,
            String actor,
            CustomId customId,
            Capture capture,
            @Nullable Consent consent) {
        checkHappened(consent);
        byte[] pseudonym = secrets.pseudonym(tenantId, customId);
        // why here as well as at the end: it saves the networks' work where the name is long taken
        if (store.find(tenantId, pseudonym).isPresent()) {
            return new Enrolment.AlreadyEnrolled();
        }
        return switch (read(tenantId, capture)) {
            case Samples.Unusable(var sample) -> new Enrolment.Unusable(sample);
            case Samples.Read(var templates) -> {
                StoredPerson person = draw(tenantId, pseudonym, customId, templates, consent);
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
     * @param consent what is to be on record from now on, null for what is
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}, {@code UNAVAILABLE}, {@code
     *     INVALID_REQUEST} for a consent of the future
     */
    public Update update(
            String tenantId,
            String actor,
            CustomId customId,
            Capture capture,
            @Nullable Consent consent) {
        checkHappened(consent);
        Optional<StoredPerson> found = find(tenantId, customId);
        if (found.isEmpty()) {
            return new Update.UnknownPerson();
        }
        StoredPerson person = found.get();
        return switch (read(tenantId, capture)) {
            case Samples.Unusable(var sample) -> new Update.Unusable(sample);
            case Samples.Read(var templates) -> {
                var sealed = secrets.seal(tenantId, person.id(), templates);
                StoredConsent record =
                        consent == null ? null : secrets.seal(tenantId, person.id(), consent);
                if (!store.replace(tenantId, person.id(), sealed, record, now())) {
                    yield new Update.UnknownPerson();
                }
                lockOut.succeeded(person.id());
                audit.updated(tenantId, actor, person.pseudonym());
                yield new Update.Updated(secrets.reveal(person));
            }
        };
    }

    /**
     * Deletes the person and everything that is kept of it; empty if there is nobody of that name.
     *
     * @param actor who does it, for the audit trail
     * @throws Problem {@code BUSY} if others change the person all the time
     */
    public Optional<Deletion> delete(String tenantId, String actor, CustomId customId) {
        for (int i = 0; i < DELETION_ATTEMPTS; i++) {
            Optional<StoredPerson> found = find(tenantId, customId);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            StoredPerson person = found.get();
            // why not opened: whoever is to go must not stay because a seal is broken
            Person revealed = new Person(customId, person.clientId(), person.number());
            Optional<StoredReceipt> receipt = erasure.erase(person, actor, ErasureReason.REQUEST);
            if (receipt.isPresent()) {
                return receipt.map(it -> new Deletion(revealed, it.id()));
            }
            // why again: it was changed since it was read, and the receipt would state less
        }
        throw new Problem(
                ProblemKind.BUSY, "the person is being changed; send the request again later");
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
                store.markUsed(tenantId, person.id(), LocalDate.ofInstant(now(), ZoneOffset.UTC));
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
            Map<Integer, Template> templates,
            @Nullable Consent consent) {
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
                secrets.seal(tenantId, id, templates),
                null,
                consent == null ? null : secrets.seal(tenantId, id, consent));
    }

    private void checkHappened(@Nullable Consent consent) {
        if (consent != null) {
            consent.checkHappened(clock.instant());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
