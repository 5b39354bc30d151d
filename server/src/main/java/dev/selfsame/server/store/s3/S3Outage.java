package dev.selfsame.server.store.s3;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What callers and the log hear of a store that does not do as it is told. */
final class S3Outage {

    private static final Logger LOG = LoggerFactory.getLogger(S3Outage.class);
    private static final int LONGEST = 300;

    private S3Outage() {}

    static Problem problem(SdkException failure) {
        if (failure instanceof S3Exception refusal && refusal.statusCode() < 500) {
            LOG.warn("the bucket of pictures refuses: {}", words(refusal));
        } else {
            LOG.info("the bucket of pictures does not answer: {}", words(failure));
        }
        return new Problem(ProblemKind.UNAVAILABLE, text(), failure);
    }

    /** Of objects that should have been deleted and were not. */
    static Problem undeleted(String code, int count) {
        LOG.warn("the bucket of pictures does not delete {} objects: {}", count, code);
        return new Problem(ProblemKind.UNAVAILABLE, text());
    }

    /** Code of the refusal, empty where the store gave none. */
    static String code(S3Exception refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String code = details == null ? null : details.errorCode();
        return code == null ? "" : code;
    }

    /** One line for the log, without anything that was sent. */
    static String words(SdkException failure) {
        if (failure instanceof S3Exception refusal) {
            return refusal.statusCode() + " " + code(refusal);
        }
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String text = root.getClass().getSimpleName() + ": " + root.getMessage();
        String line = text.lines().findFirst().orElse(text);
        return line.substring(0, Math.min(LONGEST, line.length()));
    }

    private static String text() {
        return "the store of pictures does not work; send the request again later";
    }
}
