package dev.selfsame.server.person;

import dev.selfsame.server.person.PersonStore.Changed;
import dev.selfsame.server.vault.Vault;

import java.util.List;
import java.util.Objects;

/**
 * Gives a tenant a new key and seals everybody anew with it, while servers run: they use the newest
 * key for what they write, and whoever is changed meanwhile is sealed anew by that change.
 */
public final class Resealing {

    private static final int PAGE = 200;

    private final Vault vault;
    private final PersonStore store;
    private final PersonSecrets secrets;

    public Resealing(Vault vault, PersonStore store) {
        this.vault = Objects.requireNonNull(vault, "vault");
        this.store = Objects.requireNonNull(store, "store");
        secrets = new PersonSecrets(vault);
    }

    /**
     * Seals a tenant's people anew.
     *
     * @return how many were sealed anew here
     */
    public long reseal(String tenantId) {
        vault.renew(tenantId);
        long count = 0;
        List<Changed> page = store.changedAfter(tenantId, 0, PAGE);
        while (!page.isEmpty()) {
            for (Changed one : page) {
                if (store.reseal(one, secrets.resealed(one.person()))) {
                    count++;
                }
            }
            page = store.changedAfter(tenantId, page.getLast().change(), PAGE);
        }
        return count;
    }
}
