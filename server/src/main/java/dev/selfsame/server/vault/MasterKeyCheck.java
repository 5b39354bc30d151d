package dev.selfsame.server.vault;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Whether the master keys open what they have to. Makes no key and changes none. */
public final class MasterKeyCheck {

    /** Enough to notice, few enough for a database of many tenants. */
    private static final int MOST_TENANTS = 100;

    private final MasterKeySource masters;

    public MasterKeyCheck(MasterKeySource masters) {
        this.masters = Objects.requireNonNull(masters, "masters");
    }

    /** False before the first start, where the key is to be in a file. */
    public boolean isThere() {
        return masters.isThere();
    }

    /**
     * Ids of the master keys, which tell nothing of them; the current one first.
     *
     * @throws UnusableMasterKeyException if they cannot be read
     */
    public List<String> ids() {
        return masters.read().ids();
    }

    /** Ids of master keys that the database needs and that are not there. */
    public List<String> missing(TenantKeyStore store) {
        TreeSet<String> missing = new TreeSet<>(store.masterIds());
        ids().forEach(missing::remove);
        return List.copyOf(missing);
    }

    /**
     * Opens keys that they seal: of some tenants, and all of the server itself.
     *
     * @return how many were opened
     * @throws BrokenSealException if one does not open
     * @throws UnusableMasterKeyException if its master key is not there
     */
    public int open(TenantKeyStore store, ServerKeyStore serverKeys, Clock clock) {
        Vault vault = new Vault(store, masters, clock);
        int opened = 0;
        for (String tenant : store.tenants().stream().limit(MOST_TENANTS).toList()) {
            for (WrappedKey.Purpose purpose : WrappedKey.Purpose.values()) {
                opened += store.newest(tenant, purpose).map(vault::rewrapped).isPresent() ? 1 : 0;
            }
        }
        for (ServerKey key : serverKeys.sealedByOthersThan("")) {
            vault.openKey(key);
            opened++;
        }
        return opened;
    }
}
