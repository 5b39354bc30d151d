package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.StoredConsent;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.receipt.StoredReceipt;
import dev.selfsame.server.vault.Sealed;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BooleanSupplier;

final class JdbcPeople implements PersonStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PersonLedger ledger;
    private final PersonDeletion deletion;

    JdbcPeople(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        ledger = new PersonLedger(jdbc);
        deletion = new PersonDeletion(jdbc, ledger);
    }

    @Override
    public OptionalLong add(StoredPerson person) {
        ledger.open(person.tenantId());
        try {
            return OptionalLong.of(
                    Objects.requireNonNull(transactions.execute(_ -> insert(person))));
        } catch (DuplicateKeyException _) {
            return OptionalLong.empty();
        }
    }

    private long insert(StoredPerson person) {
        PersonLedger.Entry entry = ledger.newPerson(person.tenantId(), person.number());
        jdbc.sql(
                        """
                        insert into person
                        (id, tenant_id, pseudonym, custom_id_key, custom_id_box, person_number,
                         client_id, created, updated, last_used, change_number)
                        values (:id, :tenant, :pseudonym, :key, :box, :number,
                         :clientId, :created, :updated, cast(:used as date), :change)
                        """)
                .param("id", person.id())
                .param("tenant", person.tenantId())
                .param("pseudonym", person.pseudonym())
                .param("key", person.customId().keyId())
                .param("box", person.customId().box())
                .param("number", entry.number())
                .param("clientId", person.clientId())
                .param("created", person.created().atOffset(ZoneOffset.UTC))
                .param("updated", person.updated().atOffset(ZoneOffset.UTC))
                .param("used", person.used())
                .param("change", entry.change())
                .update();
        person.templates().forEach((slot, box) -> insert(person.id(), slot, box));
        if (person.consent() != null) {
            ConsentRows.put(jdbc, person.id(), person.consent());
        }
        return entry.number();
    }

    private void insert(UUID person, int slot, Sealed sealed) {
        jdbc.sql(
                        """
                        insert into person_template (person_id, slot, key_id, box)
                        values (:person, :slot, :key, :box)
                        """)
                .param("person", person)
                .param("slot", slot)
                .param("key", sealed.keyId())
                .param("box", sealed.box())
                .update();
    }

    @Override
    public Optional<StoredPerson> find(String tenantId, byte[] pseudonym) {
        return PersonRows.read(
                        jdbc.sql(
                                        PersonRows.SELECT
                                                + """
                                                where p.tenant_id = :tenant
                                                and p.pseudonym = :pseudonym
                                                """)
                                .param("tenant", tenantId)
                                .param("pseudonym", pseudonym))
                .stream()
                .map(Changed::person)
                .findFirst();
    }

    @Override
    public Optional<StoredPerson> find(String tenantId, UUID id) {
        return PersonRows.read(
                        jdbc.sql(PersonRows.SELECT + "where p.tenant_id = :tenant and p.id = :id")
                                .param("tenant", tenantId)
                                .param("id", id))
                .stream()
                .map(Changed::person)
                .findFirst();
    }

    @Override
    public boolean replace(
            String tenantId,
            UUID id,
            Map<Integer, Sealed> templates,
            @Nullable StoredConsent consent,
            Instant at) {
        return transact(
                () -> {
                    if (!touch(tenantId, id, at)) {
                        return false;
                    }
                    templates.forEach((slot, box) -> put(id, slot, box));
                    if (consent != null) {
                        ConsentRows.put(jdbc, id, consent);
                    }
                    return true;
                });
    }

    @Override
    public boolean setConsent(String tenantId, UUID id, StoredConsent consent) {
        return transact(
                () -> {
                    // why the same time: no template is another one
                    boolean there =
                            find(tenantId, id)
                                    .map(person -> touch(tenantId, id, person.updated()))
                                    .orElse(false);
                    if (there) {
                        ConsentRows.put(jdbc, id, consent);
                    }
                    return there;
                });
    }

    @Override
    public void markUsed(String tenantId, UUID id, LocalDate day) {
        jdbc.sql(
                        """
                        update person set last_used = :day
                        where tenant_id = :tenant and id = :id
                            and (last_used is null or last_used < :day)
                            and exists (
                                select 1 from tenant
                                where id = :tenant and retain_people_days is not null
                            )
                        """)
                .param("day", day)
                .param("tenant", tenantId)
                .param("id", id)
                .update();
    }

    private void put(UUID id, int slot, Sealed sealed) {
        jdbc.sql("delete from person_template where person_id = :person and slot = :slot")
                .param("person", id)
                .param("slot", slot)
                .update();
        insert(id, slot, sealed);
    }

    /** Notes a change; false if the person is gone. */
    private boolean touch(String tenantId, UUID id, Instant at) {
        if (find(tenantId, id).isEmpty()) {
            return false;
        }
        return jdbc.sql(
                                """
                                update person set updated = :at, change_number = :change
                                where tenant_id = :tenant and id = :id
                                """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("change", ledger.newChange(tenantId))
                        .param("tenant", tenantId)
                        .param("id", id)
                        .update()
                == 1;
    }

    @Override
    public boolean reseal(Changed before, StoredPerson after) {
        return transact(
                () -> {
                    int rows =
                            jdbc.sql(
                                            """
                                            update person
                                            set custom_id_key = :key, custom_id_box = :box
                                            where tenant_id = :tenant and id = :id
                                            and change_number = :change
                                            """)
                                    .param("key", after.customId().keyId())
                                    .param("box", after.customId().box())
                                    .param("tenant", after.tenantId())
                                    .param("id", after.id())
                                    .param("change", before.change())
                                    .update();
                    if (rows == 1) {
                        after.templates().forEach((slot, box) -> put(after.id(), slot, box));
                        if (after.consent() != null) {
                            ConsentRows.put(jdbc, after.id(), after.consent());
                        }
                    }
                    return rows == 1;
                });
    }

    @Override
    public boolean delete(StoredPerson seen, StoredReceipt receipt) {
        try {
            return transact(() -> deletion.delete(seen, receipt));
        } catch (PersonDeletion.ChangedMeanwhile _) {
            return false;
        }
    }

    @Override
    public Optional<Standing> standing(String tenantId) {
        return ledger.standing(tenantId);
    }

    @Override
    public List<Changed> changedAfter(String tenantId, long change, int limit) {
        return PersonRows.read(
                jdbc.sql(
                                PersonRows.SELECT
                                        + """
                                        where p.id in (
                                            select id from person
                                            where tenant_id = :tenant and change_number > :change
                                            order by change_number limit :limit
                                        )
                                        order by p.change_number
                                        """)
                        .param("tenant", tenantId)
                        .param("change", change)
                        .param("limit", limit));
    }

    @Override
    public List<UUID> deletedAfter(String tenantId, long change) {
        return jdbc.sql(
                        """
                        select person_id from person_deletion
                        where tenant_id = :tenant and change_number > :change
                        """)
                .param("tenant", tenantId)
                .param("change", change)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public long count(String tenantId) {
        return jdbc.sql("select count(*) from person where tenant_id = :tenant")
                .param("tenant", tenantId)
                .query(Long.class)
                .single();
    }

    @Override
    public List<String> tenants() {
        return jdbc.sql("select distinct tenant_id from person order by tenant_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private boolean transact(BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(_ -> work.getAsBoolean()));
    }
}
