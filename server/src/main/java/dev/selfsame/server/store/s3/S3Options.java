package dev.selfsame.server.store.s3;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Which bucket keeps pictures, and how it is reached.
 *
 * @param bucket null for files in the data directory
 * @param region of the bucket; stores of others take any
 * @param endpoint {@code http://} or {@code https://} address of a store that is not Amazon's, null
 *     for Amazon's
 * @param pathStyle whether the bucket stands in the path of URLs instead of in the name of the
 *     host; null for yes where there is an endpoint
 * @param accessKey null for what the AWS SDK finds by itself
 * @param secretKey of the access key
 */
public record S3Options(
        @Setting(
                        meaning = "bucket of S3, or of a store that speaks its protocol",
                        range = "3 to 63 characters",
                        type = "name")
                @Nullable String bucket,
        @Setting(meaning = "region of the bucket; most stores of others take any", type = "name")
                String region,
        @Setting(
                        meaning = "address of another store, such as MinIO, Ceph or Garage",
                        range = "`http://` or `https://`",
                        otherwise = "Amazon's")
                @Nullable URI endpoint,
        @Setting(
                        meaning =
                                "the bucket stands in the path of URLs instead of in the host's"
                                        + " name",
                        otherwise = "`true` with an endpoint, else `false`")
                @Nullable Boolean pathStyle,
        @Setting(
                        meaning = "the key's id, together with the next",
                        otherwise = "what the AWS SDK finds")
                @Nullable String accessKey,
        @Setting(
                        meaning =
                                "the secret; give it as the environment variable"
                                        + " `SELFSAME_MEDIA_S3_SECRETKEY`, not on a command line",
                        otherwise = "what the AWS SDK finds")
                @Nullable String secretKey) {

    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public S3Options {
        check(
                bucket == null || BUCKET.matcher(bucket).matches(),
                "bucket: not the name of a bucket (expected: 3..63 of a-z, 0-9, - and .)");
        check(
                REGION.matcher(region).matches(),
                "region: not the name of a region (expected: such as eu-central-1)");
        check(
                endpoint == null || isAddress(endpoint),
                "endpoint: not an address (expected: such as https://s3.example:9000)");
        check(
                (accessKey == null) == (secretKey == null),
                (accessKey == null ? "access-key" : "secret-key")
                        + ": missing, although the other of the two is there (expected: both, or"
                        + " none)");
        check(
                bucket != null || (endpoint == null && accessKey == null),
                "bucket: missing, although there is an endpoint or a key (expected: its name)");
    }

    // why the address is never repeated: it may hold a password, which is what is wrong with it
    private static boolean isAddress(URI endpoint) {
        return ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme()))
                && endpoint.getHost() != null
                && endpoint.getUserInfo() == null
                && endpoint.getQuery() == null
                && endpoint.getFragment() == null;
    }

    private static void check(boolean good, String message) {
        if (!good) {
            throw new IllegalArgumentException("selfsame.media.s3." + message);
        }
    }

    /** Whether the bucket stands in the path. */
    boolean bucketInPath() {
        return pathStyle == null ? endpoint != null : pathStyle;
    }

    /** Where the bucket is, for people. */
    String place() {
        return endpoint == null ? "Amazon S3 in " + region : endpoint.toString();
    }

    /** Leaves the keys out, so that no log can show them. */
    @Override
    public String toString() {
        return "S3Options[bucket=" + bucket + ", region=" + region + ", endpoint=" + endpoint + "]";
    }
}
