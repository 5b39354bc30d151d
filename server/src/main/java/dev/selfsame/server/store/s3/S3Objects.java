package dev.selfsame.server.store.s3;

import dev.selfsame.server.media.ObjectName;
import dev.selfsame.server.media.ObjectStore;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Objects in a bucket, by the S3 protocol (Amazon Simple Storage Service API Reference,
 * 2006-03-01). The name of an object is its key. Safe for any number of threads.
 */
public final class S3Objects implements ObjectStore, AutoCloseable {

    /** The most that one request can list, and that one can delete. */
    static final int LARGEST_PAGE = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(S3Objects.class);
    private static final String TYPE = "application/octet-stream";

    private final S3Client client;
    private final String bucket;
    private final String region;
    private final int pageSize;

    S3Objects(S3Options options, S3Patience patience, int pageSize) {
        bucket = Objects.requireNonNull(options.bucket(), "bucket");
        region = options.region();
        client = S3Connection.open(options, patience);
        this.pageSize = pageSize;
    }

    /**
     * Opens a bucket and tries it out.
     *
     * @param options with a bucket
     * @throws UnusableBucketException if it answers and cannot be used; where it does not answer at
     *     all there is a warning, as it may come back
     */
    static S3Objects open(S3Options options) {
        S3Objects objects = new S3Objects(options, S3Patience.USUAL, LARGEST_PAGE);
        boolean usable = false;
        try {
            new BucketCheck(objects.client, options).run();
            usable = true;
            return objects;
        } finally {
            if (!usable) {
                objects.close();
            }
        }
    }

    @Override
    public String region() {
        return region;
    }

    @Override
    public String bucketName() {
        return bucket;
    }

    @Override
    public void put(String name, byte[] sealed) {
        ObjectName.checked(name);
        if (sealed.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "sealed: " + sealed.length + " bytes (expected: up to " + MAX_BYTES + ")");
        }
        asked(
                () ->
                        client.putObject(
                                put -> put.bucket(bucket).key(name).contentType(TYPE),
                                RequestBody.fromBytes(sealed)));
    }

    @Override
    public Optional<byte[]> get(String name) {
        ObjectName.checked(name);
        try {
            // why not an Optional right away: the SDK keeps what this gives for another attempt
            byte @Nullable [] bytes =
                    asked(
                            () ->
                                    client.getObject(
                                            get -> get.bucket(bucket).key(name),
                                            (answer, body) -> read(answer.contentLength(), body)));
            if (bytes == null) {
                LOG.warn("{} is larger than anything that was kept", name);
            }
            return Optional.ofNullable(bytes);
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    /** All of a body, null if it is too long. */
    private static byte @Nullable [] read(@Nullable Long length, AbortableInputStream body)
            throws IOException {
        if (length == null || length > MAX_BYTES) {
            // why: closing it would read to the end
            body.abort();
            return null;
        }
        byte[] bytes = body.readNBytes(Math.toIntExact(length));
        if (bytes.length < length) {
            throw new EOFException("the object was cut");
        }
        return bytes;
    }

    @Override
    public void delete(String name) {
        ObjectName.checked(name);
        asked(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)));
    }

    @Override
    public int deleteAll(String prefix) {
        ObjectName.beforeSlash(prefix);
        int deleted = 0;
        String next = null;
        do {
            ListObjectsV2Response page = page(prefix, null, next);
            deleted += delete(page.contents());
            next = page.nextContinuationToken();
        } while (next != null);
        return deleted;
    }

    private int delete(List<S3Object> objects) {
        if (objects.isEmpty()) {
            return 0;
        }
        List<ObjectIdentifier> keys =
                objects.stream()
                        .map(object -> ObjectIdentifier.builder().key(object.key()).build())
                        .toList();
        DeleteObjectsResponse answer =
                asked(
                        () ->
                                client.deleteObjects(
                                        delete ->
                                                delete.bucket(bucket)
                                                        .delete(
                                                                all ->
                                                                        all.objects(keys)
                                                                                .quiet(true))));
        if (!answer.errors().isEmpty()) {
            throw S3Outage.undeleted(answer.errors().getFirst().code(), answer.errors().size());
        }
        return keys.size();
    }

    @Override
    public List<String> firstPartsUpTo(String last) {
        ObjectName.checked(last);
        List<String> parts = new ArrayList<>();
        String next = null;
        do {
            ListObjectsV2Response page = page(null, "/", next);
            for (CommonPrefix prefix : page.commonPrefixes()) {
                String part = prefix.prefix().substring(0, prefix.prefix().length() - 1);
                if (part.compareTo(last) > 0) {
                    // why no further page: S3 lists in the order of the characters
                    return parts;
                }
                parts.add(part);
            }
            next = page.nextContinuationToken();
        } while (next != null);
        return parts;
    }

    private ListObjectsV2Response page(
            @Nullable String prefix, @Nullable String delimiter, @Nullable String next) {
        return asked(
                () ->
                        client.listObjectsV2(
                                list ->
                                        list.bucket(bucket)
                                                .prefix(prefix)
                                                .delimiter(delimiter)
                                                .continuationToken(next)
                                                .maxKeys(pageSize)));
    }

    /** What the store answers. */
    private static <T extends @Nullable Object> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException e) {
            throw e;
        } catch (SdkException e) {
            throw S3Outage.problem(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
