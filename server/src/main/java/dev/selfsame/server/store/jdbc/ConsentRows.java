package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.StoredConsent;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.UUID;

/** Records of consent as rows, in the transactions of those who change a person. */
final class ConsentRows {

    private ConsentRows() {}

    static void put(JdbcClient jdbc, UUID person, StoredConsent consent) {
        jdbc.sql("delete from person_consent where person_id = :person")
                .param("person", person)
                .update();
        jdbc.sql(
                        """
                        insert into person_consent (person_id, key_id, box, ends)
                        values (:person, :key, :box, cast(:ends as timestamp with time zone))
                        """)
                .param("person", person)
                .param("key", consent.sealed().keyId())
                .param("box", consent.sealed().box())
                .param("ends", consent.ends() == null ? null : Times.utc(consent.ends()))
                .update();
    }
}
