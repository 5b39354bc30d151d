package dev.selfsame.server.vault;

import org.jspecify.annotations.Nullable;

/** A sealed value does not open: it, its place or its key is not what it was when it was sealed. */
public final class BrokenSealException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenSealException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
