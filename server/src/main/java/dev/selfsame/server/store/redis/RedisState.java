package dev.selfsame.server.store.redis;

import java.time.Instant;
import java.util.Objects;

/**
 * What a Redis is like that was written, read and deleted from.
 *
 * @param place its address without user and password
 * @param version what it calls itself, such as {@code redis 7.2.5}, empty where it does not tell
 * @param evicts whether it throws sessions away when its memory is full
 * @param now its clock
 */
public record RedisState(String place, String version, boolean evicts, Instant now) {

    public RedisState {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(now, "now");
    }
}
