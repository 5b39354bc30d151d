package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.PersonStore.Changed;
import dev.selfsame.server.person.StoredConsent;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.vault.Sealed;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** People from rows, one for each template. */
final class PersonRows {

    /** To be followed by a condition on {@code p}. */
    static final String SELECT =
            """
            select p.*, t.slot, t.key_id, t.box,
                c.key_id as consent_key, c.box as consent_box, c.ends as consent_ends
            from person p left join person_template t on t.person_id = p.id
                left join person_consent c on c.person_id = p.id
            """;

    private PersonRows() {}

    /** All people of a statement that begins with {@link #SELECT}, in its order. */
    static List<Changed> read(JdbcClient.StatementSpec statement) {
        Map<UUID, Changed> people = new LinkedHashMap<>();
        Map<UUID, Map<Integer, Sealed>> templates = new LinkedHashMap<>();
        statement.query(
                (ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    if (!people.containsKey(id)) {
                        people.put(id, new Changed(row.getLong("change_number"), person(row, id)));
                    }
                    UUID key = row.getObject("key_id", UUID.class);
                    if (key != null) {
                        templates
                                .computeIfAbsent(id, _ -> new TreeMap<>())
                                .put(row.getInt("slot"), new Sealed(key, row.getBytes("box")));
                    }
                });
        List<Changed> whole = new ArrayList<>();
        people.forEach(
                (id, changed) ->
                        whole.add(
                                new Changed(
                                        changed.change(),
                                        changed.person()
                                                .withTemplates(
                                                        templates.getOrDefault(id, Map.of())))));
        return whole;
    }

    private static StoredPerson person(ResultSet row, UUID id) throws SQLException {
        return new StoredPerson(
                id,
                row.getString("tenant_id"),
                row.getBytes("pseudonym"),
                new Sealed(
                        row.getObject("custom_id_key", UUID.class), row.getBytes("custom_id_box")),
                row.getLong("person_number"),
                row.getString("client_id"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                row.getObject("updated", OffsetDateTime.class).toInstant(),
                Map.of(),
                row.getObject("last_used", LocalDate.class),
                consent(row));
    }

    private static @Nullable StoredConsent consent(ResultSet row) throws SQLException {
        UUID key = row.getObject("consent_key", UUID.class);
        return key == null
                ? null
                : new StoredConsent(
                        new Sealed(key, row.getBytes("consent_box")),
                        Times.instantOrNull(row, "consent_ends"));
    }
}
