package dev.selfsame.server.person;

/**
 * How many people of a tenant have a record of consent.
 *
 * @param people all people
 * @param recorded those who have one
 * @param ended those whose has expired or was withdrawn
 */
public record ConsentCounts(long people, long recorded, long ended) {}
