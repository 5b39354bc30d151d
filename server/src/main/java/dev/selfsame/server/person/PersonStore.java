package dev.selfsame.server.person;

import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.vault.Sealed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Where people are kept. Every call is one transaction: what returned is durable and whole, what
 * failed left nothing. The changes of a tenant are numbered in the order in which they became
 * visible, so that whoever has read all up to one number can ask for what came after it.
 */
public interface PersonStore {

    /**
     * Adds a person.
     *
     * @param person gets the next number where its own is 0, else that one
     * @return the number that it got, empty if the pseudonym or the number is taken
     */
    OptionalLong add(StoredPerson person);

    Optional<StoredPerson> find(String tenantId, byte[] pseudonym);

    Optional<StoredPerson> find(String tenantId, UUID id);

    /**
     * Replaces the templates of these slots and keeps the others.
     *
     * @param consent the record of consent from now on; null to keep what is there
     * @return false if the person is gone
     */
    boolean replace(
            String tenantId,
            UUID id,
            Map<Integer, Sealed> templates,
            @Nullable StoredConsent consent,
            Instant at);

    /** Replaces the record of consent; false if the person is gone. */
    boolean setConsent(String tenantId, UUID id, StoredConsent consent);

    /**
     * Notes on which day a person was verified; nothing where its tenant keeps people for ever, as
     * nobody needs to know then.
     */
    void markUsed(String tenantId, UUID id, LocalDate day);

    /**
     * Seals anew what is as it was before, and changes nothing that anybody can see.
     *
     * @return false if the person is gone or was changed meanwhile
     */
    boolean reseal(Changed before, StoredPerson after);

    /**
     * Deletes a person with everything that is kept of it, and keeps the receipt.
     *
     * @return false, with nothing changed, if it was gone or is no longer {@link
     *     StoredPerson#isAsIn as it was seen}
     */
    boolean delete(StoredPerson seen, StoredReceipt receipt);

    /** How far the tenant's changes are; empty where there never was one. */
    Optional<Standing> standing(String tenantId);

    /**
     * People who were added or changed after a change, in the order of the changes.
     *
     * @param limit people at most
     */
    List<Changed> changedAfter(String tenantId, long change, int limit);

    /** People who were deleted after a change. */
    List<UUID> deletedAfter(String tenantId, long change);

    /** How many people the tenant has. */
    long count(String tenantId);

    /** Tenants that have people. */
    List<String> tenants();

    /**
     * How far a tenant's changes are.
     *
     * @param lastChange number of the last change
     */
    record Standing(long lastChange) {}

    /**
     * A person and the number of its last change.
     *
     * @param change 1 or more
     * @param person as it is now
     */
    record Changed(long change, StoredPerson person) {}
}
