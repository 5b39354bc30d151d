package dev.selfsame.server.store.s3;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Tries a bucket out: lists, writes, reads and deletes. */
public final class BucketProbe {

    private BucketProbe() {}

    /**
     * Tries it out.
     *
     * @param options with a bucket
     * @return what its clock showed, empty where it does not tell
     * @throws UnusableBucketException if it refuses or does not answer
     */
    public static Optional<Instant> examine(S3Options options) {
        try (S3Client client = S3Connection.open(options, S3Patience.USUAL)) {
            new BucketCheck(client, options).mustWork();
            return client.listObjectsV2(list -> list.bucket(options.bucket()).maxKeys(1))
                    .sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .flatMap(BucketProbe::instant);
        } catch (SdkException e) {
            throw new UnusableBucketException(
                    "the bucket at " + options.place() + " does not answer: " + S3Outage.words(e),
                    e);
        }
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
