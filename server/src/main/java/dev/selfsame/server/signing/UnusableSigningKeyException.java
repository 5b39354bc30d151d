package dev.selfsame.server.signing;

import java.nio.file.Path;

/** A former version's key file is there and cannot be used. Stops the start. */
public final class UnusableSigningKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSigningKeyException(Path file, Throwable cause) {
        super(
                "the signing key in "
                        + file
                        + " cannot be read: "
                        + cause.getMessage()
                        + "; put back a good copy, or move the file away (answers that only its"
                        + " key signed can then be verified only with a saved certificate)",
                cause);
    }
}
