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

    /** True if a key of this tenant was accepted until now. */
    boolean revoke(String tenantId, String keyId, Instant at);
}
