package dev.selfsame.server.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.crypto.SecretKey;

/**
 * Replaces the master key while servers run: they read the file anew, and opened keys are not
 * affected. Tenants' data are not touched, only their few keys and those of the server itself.
 */
public final class MasterKeyRotation {

    private final Vault vault;
    private final TenantKeyStore store;
    private final ServerKeyStore serverKeys;
    private final MasterKeySource masters;

    public MasterKeyRotation(
            Vault vault, TenantKeyStore store, ServerKeyStore serverKeys, MasterKeySource masters) {
        this.vault = Objects.requireNonNull(vault, "vault");
        this.store = Objects.requireNonNull(store, "store");
        this.serverKeys = Objects.requireNonNull(serverKeys, "serverKeys");
        this.masters = Objects.requireNonNull(masters, "masters");
    }

    /** Puts a new key before the others in the file; nothing where the keys are a setting. */
    public void addKey() {
        if (masters.isFile()) {
            masters.alone(this::withNewKey);
        }
    }

    private MasterKeys withNewKey() {
        List<SecretKey> all = new ArrayList<>(masters.read().all());
        all.add(0, new AesGcm(new SecureRandom()).newKey());
        MasterKeys keys = MasterKeys.of(all);
        masters.write(keys);
        return keys;
    }

    /**
     * Seals every tenant's keys, and the server's own, with the current master key.
     *
     * @return how many were sealed by another one before
     */
    public int rewrapAll() {
        // why alone: a key that is being sealed with must not be retired before it shows
        return masters.alone(this::rewrapOthers);
    }

    private int rewrapOthers() {
        int count = 0;
        String current = masters.read().currentId();
        for (WrappedKey key : store.sealedByOthersThan(current)) {
            if (store.rewrap(key, vault.rewrapped(key))) {
                count++;
            }
        }
        for (ServerKey key : serverKeys.sealedByOthersThan(current)) {
            if (serverKeys.rewrap(key, vault.rewrapped(key))) {
                count++;
            }
        }
        return count;
    }

    /**
     * Takes master keys that seal nothing any more out of the file; where the keys are a setting,
     * only says which they are.
     *
     * @return their ids
     */
    public List<String> retire() {
        return masters.alone(this::retireUnneeded);
    }

    private List<String> retireUnneeded() {
        MasterKeys keys = masters.read();
        Set<String> needed = store.masterIds();
        List<String> retired =
                keys.ids().stream()
                        .filter(id -> !id.equals(keys.currentId()) && !needed.contains(id))
                        .toList();
        if (masters.isFile() && !retired.isEmpty()) {
            masters.write(
                    MasterKeys.of(
                            keys.ids().stream()
                                    .filter(id -> !retired.contains(id))
                                    .map(id -> keys.find(id).orElseThrow())
                                    .toList()));
        }
        return retired;
    }

    /** The ids of the master keys, the current one first. */
    public List<String> ids() {
        return masters.read().ids();
    }
}
