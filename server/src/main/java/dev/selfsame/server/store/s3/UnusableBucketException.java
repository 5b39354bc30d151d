package dev.selfsame.server.store.s3;

/** The bucket answers and cannot be used. Stops the start. */
public final class UnusableBucketException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableBucketException(String why, Throwable cause) {
        super(why, cause);
    }

    UnusableBucketException(String why) {
        super(why);
    }
}
