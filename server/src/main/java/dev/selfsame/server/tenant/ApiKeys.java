package dev.selfsame.server.tenant;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Makes, checks and revokes keys. Keys in use are remembered for a few seconds, so that requests do
 * not wait for the store; a revocation works at once here and after that time in other processes.
 */
public final class ApiKeys {

    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);

    private final ApiKeyStore store;
    private final TenantStore tenants;
    private final Clock clock;
    private final Duration recheckAfter;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, Remembered> remembered = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Instant> used = new ConcurrentHashMap<>();

    private record Remembered(ApiKeyStore.Entry entry, Instant read) {}

    public ApiKeys(ApiKeyStore store, TenantStore tenants, Clock clock, Duration recheckAfter) {
        this.store = Objects.requireNonNull(store, "store");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.recheckAfter = Objects.requireNonNull(recheckAfter, "recheckAfter");
    }

    /** Makes a key, and the tenant where it is new. */
    public IssuedKey issue(String tenantId, String name, Scopes scopes) {
        IssuedKey issued = draw(tenantId, name, scopes);
        accept(issued);
        return issued;
    }

    /** A key that is good for nothing until it is {@linkplain #accept accepted}. */
    IssuedKey draw(String tenantId, String name, Scopes scopes) {
        String text = KeyText.random(random);
        String id = KeyText.idOf(text).orElseThrow();
        return new IssuedKey(new ApiKey(id, tenantId, name, scopes, now(), null, null), text);
    }

    /** Lets a key in from now on, and makes its tenant where it is new. */
    void accept(IssuedKey issued) {
        ApiKey key = issued.key();
        tenants.addIfAbsent(new Tenant(key.tenantId(), key.created()));
        store.add(new ApiKeyStore.Entry(key, KeyHash.of(issued.text())));
    }

    /** Whose key this is; empty for texts that are no key, unknown keys and revoked ones. */
    public Optional<Caller> authenticate(String text) {
        return KeyText.idOf(text)
                .flatMap(this::entry)
                .filter(entry -> entry.hash().isSame(KeyHash.of(text)))
                .map(ApiKeyStore.Entry::key)
                .filter(key -> key.revoked() == null)
                .map(this::caller);
    }

    /** The id in a key's text, known or not; empty for any other text. */
    public static Optional<String> idOf(String text) {
        return KeyText.idOf(text);
    }

    /** Keys of a tenant, revoked ones too, oldest first. */
    public List<ApiKey> list(String tenantId) {
        return store.list(tenantId);
    }

    /** True where there never was a key. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** Ends a key; false if the tenant has no such key that is still accepted. */
    public boolean revoke(String tenantId, String keyId) {
        boolean revoked = store.revoke(tenantId, keyId, now());
        remembered.remove(keyId);
        return revoked;
    }

    private Optional<ApiKeyStore.Entry> entry(String keyId) {
        // why inside compute: a revocation that happens meanwhile waits, then forgets what was read
        Remembered known =
                remembered.compute(
                        keyId,
                        (id, before) -> before != null && isFresh(before) ? before : read(id));
        return Optional.ofNullable(known).map(Remembered::entry);
    }

    private boolean isFresh(Remembered known) {
        return clock.instant().isBefore(known.read().plus(recheckAfter));
    }

    private @Nullable Remembered read(String keyId) {
        return store.find(keyId).map(entry -> new Remembered(entry, clock.instant())).orElse(null);
    }

    private void recordUse(ApiKey key) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant before = used.getOrDefault(key.id(), key.lastUsed());
        if (before == null || !now.isBefore(before.plus(USE_RECORDED_EVERY))) {
            used.put(key.id(), now);
            store.markUsed(key.tenantId(), key.id(), now);
        }
    }

    private Caller caller(ApiKey key) {
        recordUse(key);
        return new Caller(key.tenantId(), key.id(), key.scopes());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
