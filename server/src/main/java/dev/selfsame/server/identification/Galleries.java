package dev.selfsame.server.identification;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.person.PersonSecrets;
import dev.selfsame.server.person.PersonStore;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BooleanSupplier;

/** The galleries of all tenants, each apart from the others. */
final class Galleries {

    private static final Logger LOG = LoggerFactory.getLogger(Galleries.class);

    private final PersonStore store;
    private final PersonSecrets secrets;
    private final Engine engine;
    private final FingerMemory memory;
    private final ConcurrentMap<String, TenantGallery> byTenant = new ConcurrentHashMap<>();

    Galleries(PersonStore store, PersonSecrets secrets, Engine engine, FingerMemory memory) {
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.memory = Objects.requireNonNull(memory, "memory");
    }

    /** The tenant's people as they are now. */
    TenantGallery current(String tenantId, boolean withFingers) {
        TenantGallery gallery = of(tenantId);
        gallery.catchUp(withFingers, () -> false);
        return gallery;
    }

    private TenantGallery of(String tenantId) {
        return byTenant.computeIfAbsent(
                tenantId, id -> new TenantGallery(id, store, secrets, engine, memory));
    }

    /**
     * Reads the faces of all tenants, and says how far it is in the log.
     *
     * @param stop true as soon as it is to end
     */
    void preload(BooleanSupplier stop) {
        List<String> tenants = store.tenants();
        for (int i = 0; i < tenants.size() && !stop.getAsBoolean(); i++) {
            TenantGallery gallery = of(tenants.get(i));
            gallery.catchUp(false, stop);
            LOG.info(
                    "gallery {} of {} is in memory: tenant {}, {} faces, {} bytes",
                    i + 1,
                    tenants.size(),
                    tenants.get(i),
                    gallery.faces().size(),
                    gallery.faces().bytes());
        }
    }

    /** Faces in memory, over all tenants. */
    long faces() {
        return byTenant.values().stream().mapToLong(gallery -> gallery.faces().size()).sum();
    }
}
