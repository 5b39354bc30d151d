package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.PersonStore.Changed;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a tenant's people out of the store, and puts people in, without any picture. */
public final class PeopleTransfer {

    private static final int PAGE = 200;

    private final PersonStore store;
    private final PersonSecrets secrets;

    public PeopleTransfer(PersonStore store, PersonSecrets secrets) {
        this.store = Objects.requireNonNull(store, "store");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
    }

    /** What came of adding somebody. */
    public enum Added {
        /** With the number it had. */
        AS_IT_WAS,
        /** With another number, as somebody else has that one. */
        WITH_A_NEW_NUMBER,
        /** Not at all: somebody of that name is there. */
        NOT_ADDED
    }

    /**
     * Hands out everybody, in the order of the last changes. Whoever is changed meanwhile may come
     * again, then as changed.
     */
    public void forEach(String tenantId, Consumer<ExportedPerson> consumer) {
        long after = 0;
        List<Changed> page = store.changedAfter(tenantId, after, PAGE);
        while (!page.isEmpty()) {
            page.forEach(changed -> consumer.accept(opened(changed.person())));
            after = page.getLast().change();
            page = store.changedAfter(tenantId, after, PAGE);
        }
    }

    /** Adds somebody with names, number and dates as they were. */
    public Added add(String tenantId, ExportedPerson person) {
        byte[] pseudonym = secrets.pseudonym(tenantId, person.person().customId());
        if (store.find(tenantId, pseudonym).isPresent()) {
            return Added.NOT_ADDED;
        }
        if (store.add(sealed(tenantId, pseudonym, person, person.person().number())).isPresent()) {
            return Added.AS_IT_WAS;
        }
        return store.add(sealed(tenantId, pseudonym, person, 0)).isPresent()
                ? Added.WITH_A_NEW_NUMBER
                : Added.NOT_ADDED;
    }

    /** Gives somebody who is there the templates of this later state; nothing if nobody is. */
    public void replace(String tenantId, ExportedPerson person) {
        byte[] pseudonym = secrets.pseudonym(tenantId, person.person().customId());
        store.find(tenantId, pseudonym)
                .map(StoredPerson::id)
                .ifPresent(
                        id ->
                                store.replace(
                                        tenantId,
                                        id,
                                        secrets.seal(tenantId, id, person.templates()),
                                        consent(tenantId, id, person),
                                        person.updated()));
    }

    private ExportedPerson opened(StoredPerson person) {
        Map<Integer, Template> templates = new TreeMap<>();
        person.templates()
                .forEach((slot, box) -> templates.put(slot, secrets.template(person, slot, box)));
        return new ExportedPerson(
                secrets.reveal(person),
                person.created(),
                person.updated(),
                templates,
                person.used(),
                secrets.consent(person).orElse(null));
    }

    private StoredPerson sealed(
            String tenantId, byte[] pseudonym, ExportedPerson person, long number) {
        UUID id = UUID.randomUUID();
        return new StoredPerson(
                id,
                tenantId,
                pseudonym,
                secrets.seal(tenantId, id, person.person().customId()),
                number,
                person.person().clientId(),
                person.created(),
                person.updated(),
                secrets.seal(tenantId, id, person.templates()),
                person.used(),
                consent(tenantId, id, person));
    }

    private @Nullable StoredConsent consent(String tenantId, UUID id, ExportedPerson person) {
        return person.consent() == null ? null : secrets.seal(tenantId, id, person.consent());
    }
}
