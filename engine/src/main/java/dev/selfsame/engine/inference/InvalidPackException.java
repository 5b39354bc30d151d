package dev.selfsame.engine.inference;

/** A model pack that cannot be used; the message names the pack, the field and what is expected. */
public final class InvalidPackException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** A message that names what is wrong, with the value and what is expected. */
    public InvalidPackException(String message) {
        super(message);
    }

    InvalidPackException(String message, Throwable cause) {
        super(message, cause);
    }
}
