package dev.selfsame.client;

/** How many attacks are to be found, at the price of more live people who are refused. */
public enum SecurityLevel {
    /** The fewest of both. */
    LOW,
    /** In between. */
    MEDIUM,
    /** The most of both. */
    HIGH
}
