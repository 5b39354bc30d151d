package dev.selfsame.server.person;

import dev.selfsame.server.receipt.Erased;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Looks over all people of a tenant. */
public interface PeopleCensus {

    /**
     * People who are to be deleted, in the order of their ids.
     *
     * @param after ids behind this one
     * @param limit people at most
     */
    List<StoredPerson> expired(Expiry expiry, UUID after, int limit);

    /** How many there are. */
    Expired countExpired(Expiry expiry);

    /** What is kept of all of them. */
    Erased holdings(String tenantId);

    /** How many have consented. */
    ConsentCounts consents(String tenantId, Instant now);

    /**
     * How many people are to be deleted.
     *
     * @param unused because they were not used
     * @param consentEnded because their consent has ended, used or not
     */
    record Expired(long unused, long consentEnded) {}
}
