package dev.selfsame.server.person;

import dev.selfsame.engine.template.Template;

import java.time.Instant;
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
 */
public record ExportedPerson(
        Person person, Instant created, Instant updated, Map<Integer, Template> templates) {

    public ExportedPerson {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(created, "created");
        Objects.requireNonNull(updated, "updated");
        templates.keySet().forEach(Slot::check);
        templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    }
}
