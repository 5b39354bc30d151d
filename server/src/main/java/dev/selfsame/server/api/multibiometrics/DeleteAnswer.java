package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.person.Person;

/** Somebody who was deleted. */
record DeleteAnswer(@JsonProperty("Person") Deleted person) {

    /** Who it was. */
    record Deleted(@JsonProperty("CustomID") String customId) {}

    static DeleteAnswer of(Person person) {
        return new DeleteAnswer(new Deleted(person.customId().value()));
    }
}
