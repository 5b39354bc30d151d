package dev.selfsame.server.vault;

import org.jspecify.annotations.Nullable;

/** The master key is missing or is none. Stops the start, and any command that needs it. */
public final class UnusableMasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableMasterKeyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
