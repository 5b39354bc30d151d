package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.person.Person;

/** Somebody who was enrolled or updated. */
record PersonAnswer(@JsonProperty("Person") Enrolled person) {

    /**
     * Who it is.
     *
     * @param bioPassId a number as text, as clients know it
     */
    @JsonPropertyOrder({"ClientID", "CustomID", "BioPassID"})
    record Enrolled(
            @JsonProperty("ClientID") String clientId,
            @JsonProperty("CustomID") String customId,
            @JsonProperty("BioPassID") String bioPassId) {}

    static PersonAnswer of(Person person) {
        return new PersonAnswer(
                new Enrolled(
                        person.clientId(),
                        person.customId().value(),
                        Long.toString(person.number())));
    }
}
