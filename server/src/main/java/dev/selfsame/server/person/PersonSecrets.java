package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.engine.template.TemplateDecoding;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.Vault;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Seals and opens what is secret of a person: names and templates, each in its own place. */
public final class PersonSecrets {

    private final Vault vault;

    public PersonSecrets(Vault vault) {
        this.vault = Objects.requireNonNull(vault, "vault");
    }

    /** By what a person is found: a keyed hash of the name, other ones for every tenant. */
    public byte[] pseudonym(String tenantId, CustomId customId) {
        return vault.pseudonym(tenantId, "customId\n" + customId.value());
    }

    Sealed seal(String tenantId, UUID id, CustomId customId) {
        byte[] text = customId.value().getBytes(StandardCharsets.UTF_8);
        return vault.seal(tenantId, namePlace(id), text);
    }

    /** Templates, each sealed for its slot of this person. */
    public Map<Integer, Sealed> seal(String tenantId, UUID id, Map<Integer, Template> templates) {
        Map<Integer, Sealed> sealed = new TreeMap<>();
        templates.forEach(
                (slot, template) ->
                        sealed.put(
                                slot,
                                vault.seal(
                                        tenantId,
                                        templatePlace(id, slot),
                                        TemplateCodec.encode(template))));
        return sealed;
    }

    StoredConsent seal(String tenantId, UUID id, Consent consent) {
        return new StoredConsent(
                vault.seal(tenantId, consentPlace(id), ConsentCodec.encode(consent)),
                consent.end().orElse(null));
    }

    /** The record of consent, empty where there is none. */
    public Optional<Consent> consent(StoredPerson person) {
        StoredConsent kept = person.consent();
        return kept == null
                ? Optional.empty()
                : Optional.of(
                        ConsentCodec.decode(
                                vault.open(
                                        person.tenantId(),
                                        consentPlace(person.id()),
                                        kept.sealed())));
    }

    /** The tenant's own name for the person. */
    public CustomId customId(StoredPerson person) {
        byte[] text = vault.open(person.tenantId(), namePlace(person.id()), person.customId());
        return new CustomId(new String(text, StandardCharsets.UTF_8));
    }

    /** The person as its tenant sees it. */
    public Person reveal(StoredPerson person) {
        return new Person(customId(person), person.clientId(), person.number());
    }

    /**
     * A template.
     *
     * @throws IllegalStateException if it was sealed by a version of this software that kept others
     */
    public Template template(StoredPerson person, int slot, Sealed sealed) {
        byte[] bytes = vault.open(person.tenantId(), templatePlace(person.id(), slot), sealed);
        return switch (TemplateCodec.decode(bytes)) {
            case TemplateDecoding.Read(var template) -> template;
            case TemplateDecoding.Refused(var detail) -> throw new IllegalStateException(detail);
        };
    }

    /** Everything sealed by the tenant's newest key. */
    StoredPerson resealed(StoredPerson person) {
        Map<Integer, Template> templates = new TreeMap<>();
        person.templates().forEach((slot, box) -> templates.put(slot, template(person, slot, box)));
        return new StoredPerson(
                person.id(),
                person.tenantId(),
                person.pseudonym(),
                seal(person.tenantId(), person.id(), customId(person)),
                person.number(),
                person.clientId(),
                person.created(),
                person.updated(),
                seal(person.tenantId(), person.id(), templates),
                person.used(),
                consent(person).map(it -> seal(person.tenantId(), person.id(), it)).orElse(null));
    }

    private static String namePlace(UUID id) {
        return "person\n" + id + "\nname";
    }

    private static String consentPlace(UUID id) {
        return "person\n" + id + "\nconsent";
    }

    private static String templatePlace(UUID id, int slot) {
        return "person\n" + id + "\nslot " + slot;
    }
}
