package dev.selfsame.server.backup;

import java.io.IOException;

/** A file is no backup, or was altered or cut, or is of a version that this program cannot read. */
public final class UnusableBackupException extends IOException {

    private static final long serialVersionUID = 1;

    public UnusableBackupException(String message) {
        super(message);
    }

    public UnusableBackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
