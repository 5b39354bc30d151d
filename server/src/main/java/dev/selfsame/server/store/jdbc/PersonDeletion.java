package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.receipt.StoredReceipt;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Objects;

/** Deletes one person inside a transaction: the rows, the note for other servers, the receipt. */
final class PersonDeletion {

    private final JdbcClient jdbc;
    private final PersonLedger ledger;

    PersonDeletion(JdbcClient jdbc, PersonLedger ledger) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.ledger = Objects.requireNonNull(ledger, "ledger");
    }

    /** False, with nothing changed, if the person is gone or not as it was seen. */
    boolean delete(StoredPerson seen, StoredReceipt receipt) {
        if (!isThereAsSeen(seen)) {
            return false;
        }
        long change = ledger.newChange(seen.tenantId());
        // why again: with the ledger's row locked nobody else changes the person any more
        if (!isThereAsSeen(seen)) {
            throw new ChangedMeanwhile();
        }
        int rows =
                jdbc.sql(
                                """
                                delete from person where tenant_id = :tenant and id = :id
                                and last_used is not distinct from cast(:used as date)
                                """)
                        .param("tenant", seen.tenantId())
                        .param("id", seen.id())
                        .param("used", seen.used())
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile();
        }
        note(seen, change, receipt);
        ReceiptRows.insert(jdbc, receipt);
        return true;
    }

    private boolean isThereAsSeen(StoredPerson seen) {
        return PersonRows.read(
                        jdbc.sql(PersonRows.SELECT + "where p.tenant_id = :tenant and p.id = :id")
                                .param("tenant", seen.tenantId())
                                .param("id", seen.id()))
                .stream()
                .anyMatch(now -> now.person().isAsIn(seen));
    }

    private void note(StoredPerson person, long change, StoredReceipt receipt) {
        jdbc.sql(
                        """
                        insert into person_deletion (tenant_id, change_number, person_id, deleted)
                        values (:tenant, :change, :id, :at)
                        """)
                .param("tenant", person.tenantId())
                .param("change", change)
                .param("id", person.id())
                .param("at", Times.utc(receipt.made()))
                .update();
    }

    /** Takes the transaction back, and with it the number of a change that did not happen. */
    static final class ChangedMeanwhile extends RuntimeException {

        private static final long serialVersionUID = 1;

        ChangedMeanwhile() {
            super("the person was changed meanwhile", null, false, false);
        }
    }
}
