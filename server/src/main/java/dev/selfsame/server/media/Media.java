package dev.selfsame.server.media;

import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.Vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Keeps pictures and recordings until their session ends, sealed with the tenant's key. Every name
 * begins with the second after which it is of no use, so what a crash left behind is cleared away
 * without anything else being known of it. Safe for any number of threads.
 */
public final class Media {

    private static final Logger LOG = LoggerFactory.getLogger(Media.class);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10,12}");
    private static final int KEY_ID_BYTES = 16;

    private final ObjectStore store;
    private final Vault vault;

    public Media(ObjectStore store, Vault vault) {
        this.store = Objects.requireNonNull(store, "store");
        this.vault = Objects.requireNonNull(vault, "vault");
    }

    /**
     * Keeps something of a session.
     *
     * @param owner the session
     * @param id names it among all of the session
     * @param until when the session ends
     * @param contentType what it is, such as {@code image/jpeg}
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}, {@code UNAUTHENTICATED} if
     *     the tenant is gone
     */
    public StoredObject put(
            String tenantId,
            UUID owner,
            UUID id,
            Instant until,
            byte[] content,
            String contentType) {
        String name = prefix(tenantId, owner, until) + id;
        Sealed sealed = vault.seal(tenantId, name, content);
        ByteBuffer bytes = ByteBuffer.allocate(KEY_ID_BYTES + sealed.box().length);
        bytes.putLong(sealed.keyId().getMostSignificantBits());
        bytes.putLong(sealed.keyId().getLeastSignificantBits());
        bytes.put(sealed.box());
        store.put(name, bytes.array());
        return new StoredObject(
                store.region(), store.bucketName(), name, sha256(content), contentType);
    }

    /**
     * What was kept; empty if it is gone, or cannot be opened.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    public Optional<byte[]> get(String tenantId, StoredObject object) {
        return store.get(object.key()).flatMap(bytes -> open(tenantId, object.key(), bytes));
    }

    private Optional<byte[]> open(String tenantId, String name, byte[] bytes) {
        if (bytes.length <= KEY_ID_BYTES) {
            LOG.warn("{} of tenant {} was cut", name, tenantId);
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        UUID keyId = new UUID(in.getLong(), in.getLong());
        byte[] box = new byte[in.remaining()];
        in.get(box);
        try {
            return Optional.of(vault.open(tenantId, name, new Sealed(keyId, box)));
        } catch (BrokenSealException e) {
            LOG.warn("{} of tenant {} cannot be opened", name, tenantId, e);
            return Optional.empty();
        }
    }

    /**
     * Deletes something.
     *
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    public void delete(StoredObject object) {
        store.delete(object.key());
    }

    /**
     * Deletes all of a session.
     *
     * @param until when the session would have ended
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    public void deleteAll(String tenantId, UUID owner, Instant until) {
        store.deleteAll(prefix(tenantId, owner, until));
    }

    /**
     * Deletes all of sessions that have ended.
     *
     * @return how many were deleted
     * @throws dev.selfsame.server.problem.Problem {@code UNAVAILABLE}
     */
    public int deleteExpired(Instant now) {
        Predicate<String> expired =
                part ->
                        SECONDS.matcher(part).matches()
                                && Long.parseLong(part) <= now.getEpochSecond();
        return store.firstParts(expired).stream()
                .mapToInt(part -> store.deleteAll(part + "/"))
                .sum();
    }

    private static String prefix(String tenantId, UUID owner, Instant until) {
        long seconds = until.getEpochSecond() + (until.getNano() == 0 ? 0 : 1);
        return String.format("%010d", seconds) + "/" + tenantId + "/" + owner + "/";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
