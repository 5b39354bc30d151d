package dev.selfsame.server.status;

/**
 * The status page.
 *
 * @param enabled whether it is there, and what it shows is measured
 */
public record StatusOptions(boolean enabled) {}
