package dev.selfsame.server.testing;

/** The databases that everything must work on. */
public enum DatabaseKind {
    H2,
    POSTGRESQL
}
