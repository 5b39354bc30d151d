package dev.selfsame.server.store;

/** The stores that sessions can be kept in. */
enum StoreKind {
    MEMORY,
    REDIS
}
