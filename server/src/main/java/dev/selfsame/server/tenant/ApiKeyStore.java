package dev.selfsame.server.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where keys are kept, their secrets only as hashes. */
public interface ApiKeyStore {

    /** A key and the SHA-256 of its text. */
    record Entry(ApiKey key, KeyHash hash) {}

    void add(Entry entry);

    Optional<Entry> find(String keyId);

    /** Keys of one tenant, oldest first. */
    List<ApiKey> list(String tenantId);

    /** True where no tenant has a key, revoked ones included. */
    boolean isEmpty();

    void markUsed(String tenantId, String keyId, Instant at);

    /**
     * Adds a key in the place of another one of the same tenant, both or neither.
     *
     * @param keyId the other one
     * @param now the time; where {@code end} is not later, the other one is revoked
     * @param end when the other one ends, if it does not end sooner by itself
     * @return false, and nothing is changed, if the other one is not there or not accepted
     */
    boolean replace(Entry successor, String keyId, Instant now, Instant end);

    /** True if a key of this tenant was not revoked until now. */
    boolean revoke(String tenantId, String keyId, Instant at);
}
