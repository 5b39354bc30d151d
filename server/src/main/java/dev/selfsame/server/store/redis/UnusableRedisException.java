package dev.selfsame.server.store.redis;

/** The Redis that sessions are to be kept in cannot be used. Stops the start. */
public final class UnusableRedisException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableRedisException(String place, String why, Throwable cause) {
        super("the sessions cannot be kept in " + place + ": " + why, cause);
    }
}
