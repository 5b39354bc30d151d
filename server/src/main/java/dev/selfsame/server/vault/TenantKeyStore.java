package dev.selfsame.server.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the sealed keys of tenants are kept. */
public interface TenantKeyStore {

    /**
     * Adds a key.
     *
     * @return false if the tenant has one of this purpose and version already, or is gone
     */
    boolean add(WrappedKey key);

    Optional<WrappedKey> find(UUID id);

    /** The key of the greatest version. */
    Optional<WrappedKey> newest(String tenantId, WrappedKey.Purpose purpose);

    /** Keys that another master key than this one seals. */
    List<WrappedKey> sealedByOthersThan(String masterId);

    /** Puts the new box in the place of the old one; false if the key is gone or was changed. */
    boolean rewrap(WrappedKey before, WrappedKey after);

    /** The master keys that seal at least one key in this database, keys of no tenant included. */
    Set<String> masterIds();

    /** How many keys of tenants each master key seals; none is absent. */
    Map<String, Long> countByMaster();

    /** Tenants that have keys. */
    List<String> tenants();
}
