package dev.selfsame.server.store.redis;

/** Bytes are no value of ours: cut, of another version, or somebody else's. */
final class BrokenValueException extends Exception {

    private static final long serialVersionUID = 1;

    BrokenValueException(String message) {
        super(message);
    }

    BrokenValueException(String message, Throwable cause) {
        super(message, cause);
    }
}
