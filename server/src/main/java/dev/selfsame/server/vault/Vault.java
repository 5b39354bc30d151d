package dev.selfsame.server.vault;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.vault.WrappedKey.Purpose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Seals what is stored of a tenant with the tenant's key. Opened keys stay in memory; the tenant
 * whose keys are deleted has nothing left that can be opened. For a tenant that is gone, as it may
 * be deleted while its last requests are worked on, nothing is sealed: a {@link Problem}, {@code
 * UNAUTHENTICATED}, as its keys are worth nothing any more. Safe for any number of threads.
 */
public final class Vault {

    private final TenantKeyStore store;
    private final MasterKeySource masters;
    private final Clock clock;
    private final AesGcm aes = new AesGcm(new SecureRandom());
    private final ConcurrentMap<UUID, SecretKey> opened = new ConcurrentHashMap<>();

    public Vault(TenantKeyStore store, MasterKeySource masters, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.masters = Objects.requireNonNull(masters, "masters");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Makes a master key where there never was one.
     *
     * @throws UnusableMasterKeyException if keys in the database need one that is not there: a new
     *     one would hide that everything sealed is unreadable
     */
    public void prepare() {
        if (masters.isFile() && !masters.isThere() && store.masterIds().isEmpty()) {
            masters.write(MasterKeys.of(List.of(aes.newKey())));
        }
        MasterKeys keys = masters.read();
        for (String needed : store.masterIds()) {
            if (keys.find(needed).isEmpty()) {
                throw new UnusableMasterKeyException(
                        "the database is sealed with the master key "
                                + needed
                                + ", which is not in "
                                + masters.name()
                                + "; put it there, or give it by selfsame.vault.master-key",
                        null);
            }
        }
    }

    /**
     * Seals with the tenant's newest key.
     *
     * @param context what it belongs to; it opens only with the same
     */
    public Sealed seal(String tenantId, String context, byte[] plain) {
        WrappedKey key = current(tenantId, Purpose.SEAL);
        return new Sealed(key.id(), aes.seal(secret(key), context(tenantId, context), plain));
    }

    /**
     * Seals many with the tenant's newest key, which is looked up once.
     *
     * @param plainByContext what to seal, by what it belongs to
     * @return the same contexts in the same order
     */
    public Map<String, Sealed> sealAll(String tenantId, Map<String, byte[]> plainByContext) {
        WrappedKey key = current(tenantId, Purpose.SEAL);
        SecretKey secret = secret(key);
        Map<String, Sealed> sealed = new LinkedHashMap<>();
        plainByContext.forEach(
                (context, plain) ->
                        sealed.put(
                                context,
                                new Sealed(
                                        key.id(),
                                        aes.seal(secret, context(tenantId, context), plain))));
        return sealed;
    }

    /**
     * Opens.
     *
     * @throws BrokenSealException if tenant or context are others, the box was changed, or the key
     *     is gone with its tenant
     */
    public byte[] open(String tenantId, String context, Sealed sealed) {
        SecretKey key = opened.get(sealed.keyId());
        if (key == null) {
            WrappedKey wrapped =
                    store.find(sealed.keyId())
                            .filter(found -> found.tenantId().equals(tenantId))
                            .orElseThrow(
                                    () -> new BrokenSealException("the key is not there", null));
            key = secret(wrapped);
        }
        return aes.open(key, context(tenantId, context), sealed.box());
    }

    /**
     * A keyed hash (HMAC-SHA-256, RFC 2104) by which a tenant's text is found again without being
     * readable; 32 bytes, others for every tenant.
     */
    public byte[] pseudonym(String tenantId, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret(current(tenantId, Purpose.PSEUDONYM)));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Gives the tenant a new key for what is sealed from now on. */
    public void renew(String tenantId) {
        current(tenantId, Purpose.SEAL);
        Optional<WrappedKey> newest = store.newest(tenantId, Purpose.SEAL);
        store.add(make(tenantId, Purpose.SEAL, newest.map(WrappedKey::version).orElse(0) + 1));
    }

    /**
     * Seals a key of the server itself with the current master key.
     *
     * @param id its name; it opens only under the same
     */
    public ServerKey sealKey(String id, byte[] key) {
        MasterKeys keys = masters.read();
        String masterId = keys.currentId();
        SecretKey master = keys.find(masterId).orElseThrow();
        return new ServerKey(id, masterId, aes.seal(master, serverPlace(id), key));
    }

    /**
     * Opens a key of the server itself.
     *
     * @throws UnusableMasterKeyException if its master key is not there
     * @throws BrokenSealException if it was changed or stands under another name
     */
    public byte[] openKey(ServerKey key) {
        return aes.open(master(key.masterId()), serverPlace(key.id()), key.box());
    }

    /** The same key, sealed by the current master key. */
    WrappedKey rewrapped(WrappedKey key) {
        return wrap(key, secret(key));
    }

    /** The same key, sealed by the current master key. */
    ServerKey rewrapped(ServerKey key) {
        byte[] plain = openKey(key);
        ServerKey rewrapped = sealKey(key.id(), plain);
        Arrays.fill(plain, (byte) 0);
        return rewrapped;
    }

    private WrappedKey current(String tenantId, Purpose purpose) {
        return store.newest(tenantId, purpose).orElseGet(() -> first(tenantId, purpose));
    }

    private WrappedKey first(String tenantId, Purpose purpose) {
        store.add(make(tenantId, purpose, 1));
        // why read again: another process may have been faster
        return store.newest(tenantId, purpose)
                .orElseThrow(() -> new Problem(ProblemKind.UNAUTHENTICATED, "the tenant is gone"));
    }

    private WrappedKey make(String tenantId, Purpose purpose, int version) {
        WrappedKey unsealed =
                new WrappedKey(
                        UUID.randomUUID(),
                        tenantId,
                        purpose,
                        version,
                        "",
                        new byte[0],
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return wrap(unsealed, aes.newKey());
    }

    private WrappedKey wrap(WrappedKey key, SecretKey secret) {
        MasterKeys keys = masters.read();
        String masterId = keys.currentId();
        byte[] box = aes.seal(keys.find(masterId).orElseThrow(), place(key), secret.getEncoded());
        return new WrappedKey(
                key.id(),
                key.tenantId(),
                key.purpose(),
                key.version(),
                masterId,
                box,
                key.created());
    }

    private SecretKey secret(WrappedKey key) {
        return opened.computeIfAbsent(key.id(), _ -> unwrap(key));
    }

    private SecretKey unwrap(WrappedKey key) {
        return AesGcm.key(aes.open(master(key.masterId()), place(key), key.box()));
    }

    private SecretKey master(String id) {
        return masters.read()
                .find(id)
                .orElseThrow(
                        () ->
                                new UnusableMasterKeyException(
                                        "the master key " + id + " is not in " + masters.name(),
                                        null));
    }

    private static byte[] serverPlace(String id) {
        return bytes("server key", id);
    }

    private static byte[] place(WrappedKey key) {
        return bytes("key", key.tenantId(), key.id().toString(), key.purpose().name());
    }

    private static byte[] context(String tenantId, String context) {
        return bytes("data", tenantId, context);
    }

    // why a line break: tenant ids and our own words hold none, so that no two places are alike
    private static byte[] bytes(String... parts) {
        return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    }
}
