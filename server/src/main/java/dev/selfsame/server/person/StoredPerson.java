package dev.selfsame.server.person;

import dev.selfsame.server.vault.Sealed;

import java.time.Instant;
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
        Map<Integer, Sealed> templates) {

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

    /** The same person with other templates, and only those. */
    public StoredPerson withTemplates(Map<Integer, Sealed> others) {
        return new StoredPerson(
                id, tenantId, pseudonym, customId, number, clientId, created, updated, others);
    }
}
