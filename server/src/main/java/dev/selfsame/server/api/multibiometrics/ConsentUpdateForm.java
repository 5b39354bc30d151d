package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.CustomId;

/** The object {@code Person} of a request that replaces a record of consent alone. */
record ConsentUpdateForm(CustomId id, Consent consent) {

    static ConsentUpdateForm of(Envelope person) {
        CustomId id = PersonForm.customId(person);
        return new ConsentUpdateForm(id, ConsentForm.of(person.get("Consent")));
    }
}
