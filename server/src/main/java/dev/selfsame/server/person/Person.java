package dev.selfsame.server.person;

import java.util.Objects;

/**
 * An enrolled person as its tenant sees it.
 *
 * @param customId the tenant's own name for the person
 * @param clientId milliseconds of the enrolment, {@code x}, 18 random digits
 * @param number counts the tenant's people from 1; never used again
 */
public record Person(CustomId customId, String clientId, long number) {

    public Person {
        Objects.requireNonNull(customId, "customId");
        Objects.requireNonNull(clientId, "clientId");
    }
}
