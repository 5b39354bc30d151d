package dev.selfsame.server.signing;

import java.nio.file.Path;

/** The key's file is there and cannot be used, or cannot be made. Stops the start. */
public final class UnusableSigningKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableSigningKeyException(Path file, Throwable cause) {
        super(
                "the signing key in "
                        + file
                        + " cannot be read or written: "
                        + cause.getMessage()
                        + "; put back a good copy, or move the file away to get a new key (answers"
                        + " signed with the old one can then be verified only with its"
                        + " certificate)",
                cause);
    }
}
