package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.person.Capture;
import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.CustomId;

import org.jspecify.annotations.Nullable;

/**
 * The object {@code Person} of a request that keeps something: as that of all others, and a record
 * of consent, which is an extension of ours.
 */
record EnrolForm(CustomId id, Capture capture, @Nullable Consent consent) {

    static EnrolForm of(Envelope person) {
        CustomId id = PersonForm.customId(person);
        Consent consent = ConsentForm.ofNullable(person.get("Consent"));
        return new EnrolForm(id, PersonForm.capture(person), consent);
    }
}
