package dev.selfsame.server.testing;

import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.TenantKeyStore;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;
import dev.selfsame.server.vault.WrappedKey;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Tenants' keys for tests that need a vault and no database. */
public final class KeysInMemory implements TenantKeyStore {

    private final List<WrappedKey> keys = new CopyOnWriteArrayList<>();

    /** A vault over these keys; all of them have one master key. */
    public Vault vault() {
        String master = Base64.getEncoder().encodeToString(new byte[32]);
        return new Vault(
                this,
                MasterKeySource.of(new VaultOptions(master, null), Path.of("unused")),
                Clock.systemUTC());
    }

    @Override
    public synchronized boolean add(WrappedKey key) {
        boolean isNew =
                keys.stream()
                        .noneMatch(
                                it ->
                                        it.tenantId().equals(key.tenantId())
                                                && it.purpose() == key.purpose()
                                                && it.version() == key.version());
        return isNew && keys.add(key);
    }

    @Override
    public Optional<WrappedKey> find(UUID id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    @Override
    public Optional<WrappedKey> newest(String tenantId, WrappedKey.Purpose purpose) {
        return keys.stream()
                .filter(key -> key.tenantId().equals(tenantId) && key.purpose() == purpose)
                .max(Comparator.comparingInt(WrappedKey::version));
    }

    @Override
    public List<WrappedKey> sealedByOthersThan(String masterId) {
        return keys.stream().filter(key -> !key.masterId().equals(masterId)).toList();
    }

    @Override
    public synchronized boolean rewrap(WrappedKey before, WrappedKey after) {
        return keys.remove(before) && keys.add(after);
    }

    @Override
    public Set<String> masterIds() {
        return keys.stream().map(WrappedKey::masterId).collect(Collectors.toSet());
    }

    @Override
    public Map<String, Long> countByMaster() {
        return keys.stream()
                .collect(Collectors.groupingBy(WrappedKey::masterId, Collectors.counting()));
    }

    @Override
    public List<String> tenants() {
        return keys.stream().map(WrappedKey::tenantId).distinct().toList();
    }
}
