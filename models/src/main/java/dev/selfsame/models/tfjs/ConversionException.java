package dev.selfsame.models.tfjs;

/** A network that cannot be converted; the message names the node, weight or file at fault. */
public final class ConversionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message that names what is at fault. */
    public ConversionException(String message) {
        super(message);
    }

    /** A message that names what is at fault, with the reason below it. */
    public ConversionException(String message, Throwable cause) {
        super(message, cause);
    }
}
