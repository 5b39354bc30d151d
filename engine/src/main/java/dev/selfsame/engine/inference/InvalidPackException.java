package dev.selfsame.engine.inference;

/** A model pack that cannot be used; the message names the pack, the field and what is expected. */
public final class InvalidPackException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidPackException(String message) {
        super(message);
    }

    InvalidPackException(String message, Throwable cause) {
        super(message, cause);
    }
}
