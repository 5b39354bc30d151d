package dev.selfsame.server.store.s3;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Does once, at the start, everything that will be asked of a bucket. */
final class BucketCheck {

    private static final Logger LOG = LoggerFactory.getLogger(BucketCheck.class);

    // why this name: should the server die here, what expired in that second is cleared away
    private static final String FOLDER = "0000000001/check/";

    private static final Set<String> UNKNOWN_KEYS =
            Set.of(
                    "InvalidAccessKeyId",
                    "SignatureDoesNotMatch",
                    "ExpiredToken",
                    "InvalidToken",
                    "TokenRefreshRequired");
    private static final Set<String> OTHER_REGIONS =
            Set.of(
                    "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException");

    private final S3Client client;
    private final S3Options options;
    private final String bucket;

    BucketCheck(S3Client client, S3Options options) {
        this.client = Objects.requireNonNull(client, "client");
        this.options = Objects.requireNonNull(options, "options");
        this.bucket = Objects.requireNonNull(options.bucket(), "bucket");
    }

    /**
     * Finds keys, lists, writes, reads and deletes.
     *
     * @throws UnusableBucketException with one sentence for the person at the prompt
     */
    void run() {
        findKeys();
        try {
            tryAll();
        } catch (SdkException e) {
            UnusableBucketException refusal = refusal(e);
            if (refusal != null) {
                throw refusal;
            }
            LOG.warn(
                    "the bucket {} at {} does not answer ({}); the server starts, and keeps"
                            + " pictures once it does",
                    bucket,
                    options.place(),
                    S3Outage.words(e));
        }
    }

    /**
     * The same for whoever wants to know whether it works now.
     *
     * @throws UnusableBucketException also where it does not answer
     */
    void mustWork() {
        findKeys();
        try {
            tryAll();
        } catch (SdkException e) {
            UnusableBucketException refusal = refusal(e);
            throw refusal != null
                    ? refusal
                    : new UnusableBucketException(
                            "the bucket "
                                    + bucket
                                    + " at "
                                    + options.place()
                                    + " does not answer: "
                                    + S3Outage.words(e),
                            e);
        }
    }

    private void findKeys() {
        try {
            S3Connection.credentials(options).resolveCredentials();
        } catch (SdkClientException e) {
            throw new UnusableBucketException(
                    "there is no access key for the bucket "
                            + bucket
                            + "; set selfsame.media.s3.access-key and"
                            + " selfsame.media.s3.secret-key, or give one where the AWS SDK looks",
                    e);
        }
    }

    private void tryAll() {
        String name = FOLDER + UUID.randomUUID();
        client.listObjectsV2(list -> list.bucket(bucket).prefix(FOLDER).maxKeys(1));
        PutObjectResponse put =
                client.putObject(object -> object.bucket(bucket).key(name), RequestBody.empty());
        try {
            client.getObjectAsBytes(get -> get.bucket(bucket).key(name));
        } catch (NoSuchKeyException e) {
            LOG.debug("another server cleared it away already", e);
        }
        client.deleteObject(delete -> delete.bucket(bucket).key(name));
        String version = put.versionId();
        if (version != null && !version.equals("null")) {
            throw new UnusableBucketException(
                    "the bucket "
                            + bucket
                            + " keeps old versions, so that nothing would ever be deleted; use one"
                            + " without versioning");
        }
    }

    /** Null if the store is only down. */
    private @Nullable UnusableBucketException refusal(SdkException failure) {
        if (!(failure instanceof S3Exception answer) || isDown(answer)) {
            return null;
        }
        return new UnusableBucketException(sentence(answer, S3Outage.code(answer)), answer);
    }

    private static boolean isDown(S3Exception answer) {
        return answer.statusCode() >= 500 || answer.isThrottlingException();
    }

    private String sentence(S3Exception answer, String code) {
        if (code.equals("NoSuchBucket")) {
            return "there is no bucket "
                    + bucket
                    + " at "
                    + options.place()
                    + "; make it, or correct selfsame.media.s3.bucket";
        }
        if (OTHER_REGIONS.contains(code)) {
            return "the bucket "
                    + bucket
                    + " is not in the region "
                    + options.region()
                    + regionOf(answer)
                    + "; correct selfsame.media.s3.region";
        }
        if (UNKNOWN_KEYS.contains(code)) {
            return "the access key of the bucket "
                    + bucket
                    + " is not known or has ended ("
                    + code
                    + "); correct selfsame.media.s3.access-key and selfsame.media.s3.secret-key";
        }
        if (code.equals("RequestTimeTooSkewed")) {
            return "the bucket " + bucket + " refuses this machine's clock; set it right";
        }
        if (answer.statusCode() == 403) {
            return "access to the bucket "
                    + bucket
                    + " is denied; allow its key s3:ListBucket, and s3:GetObject, s3:PutObject and"
                    + " s3:DeleteObject on what is in it (docs/media.md has the policy)";
        }
        return "the bucket "
                + bucket
                + " at "
                + options.place()
                + " cannot be used: "
                + S3Outage.words(answer);
    }

    private static String regionOf(S3Exception answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.sdkHttpResponse() == null
                ? ""
                : details.sdkHttpResponse()
                        .firstMatchingHeader("x-amz-bucket-region")
                        .map(region -> ", but in " + region)
                        .orElse("");
    }
}
