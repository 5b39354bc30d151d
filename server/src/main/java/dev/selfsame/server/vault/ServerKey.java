package dev.selfsame.server.vault;

import java.util.Objects;

/**
 * A key of the server itself, of no tenant, sealed by a master key. Shares its array.
 *
 * @param id names the key; it opens only under the same name
 * @param masterId the master key that opens it
 * @param box the sealed key
 */
public record ServerKey(String id, String masterId, byte[] box) {

    public ServerKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(masterId, "masterId");
        Objects.requireNonNull(box, "box");
    }
}
