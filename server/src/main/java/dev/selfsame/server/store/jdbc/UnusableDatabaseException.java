package dev.selfsame.server.store.jdbc;

/** The database cannot be opened. Stops the start. */
public final class UnusableDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableDatabaseException(String database, Throwable cause) {
        super("the database " + database + " cannot be opened: " + RootMessage.of(cause), cause);
    }

    UnusableDatabaseException(String database, String why) {
        super("the database " + database + " cannot be opened: " + why);
    }
}
