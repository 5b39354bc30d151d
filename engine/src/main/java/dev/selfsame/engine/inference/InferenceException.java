package dev.selfsame.engine.inference;

/** A network could not be loaded or run: a broken installation, never bad biometric input. */
public final class InferenceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    InferenceException(String message) {
        super(message);
    }

    InferenceException(String message, Throwable cause) {
        super(message, cause);
    }
}
