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
 * Makes, checks and ends keys. Every use asks the store, so that a revocation by any process works
 * at once, unless keys are to be remembered; then it works after that time in other processes.
 */
public final class ApiKeys {

    private static final Duration USE_RECORDED_EVERY = Duration.ofMinutes(1);
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final Duration LONGEST_LIFE = Duration.ofDays(3660);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(366);

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

    /**
     * Makes a key without an end, and the tenant where it is new.
     *
     * @throws IllegalArgumentException if the tenant was deleted
     */
    public IssuedKey issue(String tenantId, String name, Scopes scopes) {
        return issue(tenantId, name, scopes, null);
    }

    /**
     * Makes a key, and the tenant where it is new.
     *
     * @param lifetime 1 minute to 10 years, null for a key that does not end by itself
     * @throws IllegalArgumentException if the tenant was deleted
     */
    public IssuedKey issue(
            String tenantId, String name, Scopes scopes, @Nullable Duration lifetime) {
        IssuedKey issued = draw(tenantId, name, scopes, lifetime);
        accept(issued);
        return issued;
    }

    /**
     * Makes a key with the name and scopes of another one, which ends after a while.
     *
     * @param overlap how long both are accepted, 0 to 366 days
     * @param lifetime of the new one, as for {@link #issue(String, String, Scopes, Duration)}
     * @return empty if the tenant has no such key that is accepted
     */
    public Optional<IssuedKey> rotate(
            String tenantId, String keyId, Duration overlap, @Nullable Duration lifetime) {
        check("overlap", overlap, Duration.ZERO, LONGEST_OVERLAP);
        Optional<ApiKey> old =
                store.find(keyId)
                        .map(ApiKeyStore.Entry::key)
                        .filter(key -> key.tenantId().equals(tenantId));
        if (old.isEmpty()) {
            return Optional.empty();
        }
        ApiKey key = old.get();
        IssuedKey issued = draw(tenantId, key.name(), key.scopes(), lifetime);
        Instant now = issued.key().created();
        ApiKeyStore.Entry entry = new ApiKeyStore.Entry(issued.key(), KeyHash.of(issued.text()));
        boolean replaced = store.replace(entry, keyId, now, now.plus(overlap));
        remembered.remove(keyId);
        return replaced ? Optional.of(issued) : Optional.empty();
    }

    /** A key that is good for nothing until it is {@linkplain #accept accepted}. */
    IssuedKey draw(String tenantId, String name, Scopes scopes, @Nullable Duration lifetime) {
        if (lifetime != null) {
            check("expires", lifetime, SHORTEST_LIFE, LONGEST_LIFE);
        }
        String text = KeyText.random(random);
        String id = KeyText.idOf(text).orElseThrow();
        Instant now = now();
        Instant end = lifetime == null ? null : now.plus(lifetime);
        return new IssuedKey(new ApiKey(id, tenantId, name, scopes, now, end, null, null), text);
    }

    /** Lets a key in from now on, and makes its tenant where it is new. */
    void accept(IssuedKey issued) {
        ApiKey key = issued.key();
        tenants.addIfAbsent(new Tenant(key.tenantId(), key.created()));
        store.add(new ApiKeyStore.Entry(key, KeyHash.of(issued.text())));
    }

    /** Whose key this is; empty for texts that are no key, unknown, revoked and expired keys. */
    public Optional<Caller> authenticate(String text) {
        return KeyText.idOf(text)
                .flatMap(this::entry)
                .filter(entry -> entry.hash().isSame(KeyHash.of(text)))
                .map(ApiKeyStore.Entry::key)
                .filter(key -> key.isValidAt(clock.instant()))
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

    /** True where there is no key, not even one that ended. */
    public boolean isEmpty() {
        return store.isEmpty();
    }

    /** Whether keys can be made for this tenant: it is there, or its id was never given. */
    boolean canIssue(String tenantId) {
        return !tenants.isRetired(tenantId);
    }

    /** Ends a key; false if the tenant has no such key that is still accepted. */
    public boolean revoke(String tenantId, String keyId) {
        boolean revoked = store.revoke(tenantId, keyId, now());
        remembered.remove(keyId);
        return revoked;
    }

    private Optional<ApiKeyStore.Entry> entry(String keyId) {
        if (recheckAfter.isZero()) {
            return store.find(keyId);
        }
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

    private static void check(String name, Duration value, Duration min, Duration max) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new IllegalArgumentException(
                    name
                            + ": expected "
                            + min.toMinutes()
                            + " minutes to "
                            + max.toDays()
                            + " days");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
