package dev.selfsame.server.person;

import dev.selfsame.server.receipt.Erased;
import dev.selfsame.server.vault.Sealed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A person as it is kept. Shares its arrays.
 *
 * @param id random, names the person inside the server alone
 * @param pseudonym keyed hash of the CustomID, by which it is found
 * @param customId the CustomID, sealed
 * @param number counts the tenant's people from 1
 * @param clientId as the wire shows it
 * @param created when it was enrolled
 * @param updated when a template was last replaced
 * @param templates slot to its sealed template
 * @param used the last day of a verification that matched; null where none is known
 * @param consent the record of consent; null where there is none
 */
public record StoredPerson(
        UUID id,
        String tenantId,
        byte[] pseudonym,
        Sealed customId,
        long number,
        String clientId,
        Instant created,
        Instant updated,
        Map<Integer, Sealed> templates,
        @Nullable LocalDate used,
        @Nullable StoredConsent consent) {

    public StoredPerson {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(pseudonym, "pseudonym");
        Objects.requireNonNull(customId, "customId");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
        templates.keySet().forEach(Slot::check);
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    }

    /** A person who was never verified and has no record of consent. */
    public StoredPerson(
            UUID id,
            String tenantId,
            byte[] pseudonym,
            Sealed customId,
            long number,
            String clientId,
            Instant created,
            Instant updated,
            Map<Integer, Sealed> templates) {
        this(
                id, tenantId, pseudonym, customId, number, clientId, created, updated, templates,
                null, null);
    }

    /** The same person with other templates, and only those. */
    public StoredPerson withTemplates(Map<Integer, Sealed> others) {
        return new StoredPerson(
                id, tenantId, pseudonym, customId, number, clientId, created, updated, others, used,
                consent);
    }

    /** Whether nothing that a deletion states or rests on is other than here. */
    public boolean isAsIn(StoredPerson other) {
        return id.equals(other.id)
                && updated.equals(other.updated)
                && templates.keySet().equals(other.templates.keySet())
                && Objects.equals(used, other.used)
                && Objects.equals(end(), other.end())
                && (consent == null) == (other.consent == null);
    }

    /** When the consent on record ends or ended; null where it does not, or there is none. */
    public @Nullable Instant end() {
        return consent == null ? null : consent.ends();
    }

    /** What a deletion takes away. */
    Erased all() {
        int faces = templates.containsKey(Slot.FACE) ? 1 : 0;
        return new Erased(1, faces, templates.size() - faces, consent == null ? 0 : 1);
    }
}
