package dev.selfsame.server.media;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps pictures and recordings until their session ends, sealed with the tenant's key. Every name
 * begins with the second after which it is of no use, so what a crash left behind is cleared away
 * without anything else being known of it. Safe for any number of threads.
 */
public final class Media {

    private static final Logger LOG = LoggerFactory.getLogger(Media.class);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{10}");
    private static final int KEY_ID_BYTES = 16;
    private static final int OVERHEAD_BYTES = 1024;

    private final ObjectStore store;
    private final Vault vault;
    private final Undeleted undeleted;

    public Media(ObjectStore store, Vault vault) {
        this.store = Objects.requireNonNull(store, "store");
        this.vault = Objects.requireNonNull(vault, "vault");
        undeleted = new Undeleted(store);
    }

    /**
     * Keeps something of a session.
     *
     * @param owner the session
     * @param id names it among all of the session
     * @param until when the session ends
     * @param contentType what it is, such as {@code image/jpeg}
     * @throws Problem {@code UNAVAILABLE}; {@code TOO_LARGE}; {@code UNAUTHENTICATED} if the tenant
     *     is gone
     */
    public StoredObject put(
            String tenantId,
            UUID owner,
            UUID id,
            Instant until,
            byte[] content,
            String contentType) {
        if (content.length > ObjectStore.MAX_BYTES - OVERHEAD_BYTES) {
            throw new Problem(
                    ProblemKind.TOO_LARGE,
                    "a file of "
                            + content.length
                            + " bytes is too large to be kept; send a smaller one");
        }
        String name = prefix(tenantId, owner, until) + id;
        Sealed sealed = vault.seal(tenantId, name, content);
        ByteBuffer bytes = ByteBuffer.allocate(KEY_ID_BYTES + sealed.box().length);
        bytes.putLong(sealed.keyId().getMostSignificantBits());
        bytes.putLong(sealed.keyId().getLeastSignificantBits());
        bytes.put(sealed.box());
        try {
            store.put(name, bytes.array());
        } catch (Problem e) {
            // why: it may be there all the same, if only the answer was lost
            undeleted.add(name);
            throw e;
        }
        return new StoredObject(
                store.region(), store.bucketName(), name, sha256(content), contentType);
    }

    /**
     * What was kept; empty if it is gone, or cannot be opened.
     *
     * @throws Problem {@code UNAVAILABLE}
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
     * @throws Problem {@code UNAVAILABLE}; it is tried again by {@link #deleteUndeleted}
     */
    public void delete(StoredObject object) {
        undeleted.deleteNow(object.key());
    }

    /**
     * Deletes several things.
     *
     * @throws Problem {@code UNAVAILABLE}; those that were not deleted are tried again by {@link
     *     #deleteUndeleted}
     */
    public void deleteAll(List<StoredObject> objects) {
        objects.forEach(object -> undeleted.add(object.key()));
        objects.forEach(object -> undeleted.deleteNow(object.key()));
    }

    /**
     * Deletes something after a failure that somebody is to hear of instead of one in here, which
     * {@link #deleteUndeleted} mends.
     */
    public void discard(StoredObject object) {
        try {
            delete(object);
        } catch (Problem e) {
            LOG.info("{} is deleted later: {}", object.key(), e.getMessage());
        }
    }

    /**
     * Deletes all of a session.
     *
     * @param until when the session would have ended
     * @throws Problem {@code UNAVAILABLE}; it is tried again by {@link #deleteUndeleted}
     */
    public void deleteAll(String tenantId, UUID owner, Instant until) {
        undeleted.deleteNow(prefix(tenantId, owner, until));
    }

    /**
     * Deletes what this server should have deleted and could not, as the store did not answer.
     *
     * @throws Problem {@code UNAVAILABLE}, if that is so still
     */
    public void deleteUndeleted() {
        undeleted.deleteAll();
    }

    /**
     * Deletes all of sessions that have ended, whichever server they were of.
     *
     * @return how many were deleted
     * @throws Problem {@code UNAVAILABLE}
     */
    public int deleteExpired(Instant now) {
        return store.firstPartsUpTo(seconds(now.getEpochSecond())).stream()
                // why: what else lies in the folder or bucket is not ours
                .filter(part -> SECONDS.matcher(part).matches())
                .mapToInt(part -> store.deleteAll(part + "/"))
                .sum();
    }

    private static String prefix(String tenantId, UUID owner, Instant until) {
        long seconds = until.getEpochSecond() + (until.getNano() == 0 ? 0 : 1);
        return seconds(seconds) + "/" + tenantId + "/" + owner + "/";
    }

    // why ten digits: until the year 2286 the order of characters is that of time
    private static String seconds(long epochSecond) {
        return String.format(Locale.ROOT, "%010d", epochSecond);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
