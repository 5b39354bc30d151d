package dev.selfsame.server.person;

import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who was deleted.
 *
 * @param receipt the id of the receipt
 */
public record Deletion(Person person, UUID receipt) {

    public Deletion {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(receipt, "receipt");
    }
}
