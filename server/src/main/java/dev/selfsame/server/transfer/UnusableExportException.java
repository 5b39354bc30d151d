package dev.selfsame.server.transfer;

import java.io.IOException;

/** A file is no export, was altered or cut, or has another passphrase. */
public final class UnusableExportException extends IOException {

    private static final long serialVersionUID = 1;

    UnusableExportException(String message) {
        super(message);
    }

    UnusableExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
