package dev.selfsame.server.store.jdbc;

import java.nio.file.Path;

/** The embedded database cannot be opened. Stops the start. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableDatabaseException(Path file, Throwable cause) {
        super("the database " + file + " cannot be opened: " + rootMessage(cause), cause);
    }

    UnusableDatabaseException(Path file, String why) {
        super("the database " + file + " cannot be opened: " + why);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? root.getClass().getSimpleName() : message;
    }
}
