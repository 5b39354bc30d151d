package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A person in clear, on the way from one store to another.
 *
 * @param person names and number
 * @param created when it was enrolled
 * @param updated when a template was last replaced
 * @param templates slot to template, see {@link Slot}
 * @param used the last day of a verification that matched; null where none is known
 * @param consent the record of consent; null where there is none
 */
public record ExportedPerson(
        Person person,
        Instant created,
        Instant updated,
        Map<Integer, Template> templates,
        @Nullable LocalDate used,
        @Nullable Consent consent) {

    public ExportedPerson {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
        templates.keySet().forEach(Slot::check);
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    }

    /** A person who was never verified and has no record of consent. */
    public ExportedPerson(
            Person person, Instant created, Instant updated, Map<Integer, Template> templates) {
        this(person, created, updated, templates, null, null);
    }
}
