package dev.selfsame.server.usage;

/**
 * A number of requests.
 *
 * @param counted which ones
 * @param requests how many
 */
public record UsageCount(Counted counted, long requests) {}
