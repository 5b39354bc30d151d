package dev.selfsame.server.store.jdbc;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Objects;

/**
 * Numbers the people and the changes of a tenant. The row stays locked until the transaction ends,
 * so numbers become visible in their order and none is left out.
 */
final class PersonLedger {

    private final JdbcClient jdbc;

    PersonLedger(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    /** What one change got. */
    record Entry(long number, long change) {}

    /** Makes the tenant's row where it is not there; outside of the transactions that use it. */
    void open(String tenantId) {
        try {
            jdbc.sql(
                            """
                            insert into person_ledger (tenant_id, last_number, last_change)
                            select :tenant, 0, 0
                            where not exists
                            (select 1 from person_ledger where tenant_id = :tenant)
                            """)
                    .param("tenant", tenantId)
                    .update();
        } catch (DataIntegrityViolationException _) {
            // why: another process was faster; or the tenant is gone, which its next write says
        }
    }

    /** Numbers an enrolment. */
    Entry newPerson(String tenantId) {
        return next(tenantId, 1);
    }

    /** Numbers a change of somebody who is there. */
    long newChange(String tenantId) {
        return next(tenantId, 0).change();
    }

    private Entry next(String tenantId, int people) {
        int rows =
                jdbc.sql(
                                """
                                update person_ledger
                                set last_number = last_number + :people,
                                    last_change = last_change + 1
                                where tenant_id = :tenant
                                """)
                        .param("people", people)
                        .param("tenant", tenantId)
                        .update();
        if (rows == 0) {
            throw new DataIntegrityViolationException("the tenant has no ledger");
        }
        return jdbc.sql(
                        """
                        select last_number, last_change from person_ledger
                        where tenant_id = :tenant
                        """)
                .param("tenant", tenantId)
                .query((row, _) -> new Entry(row.getLong(1), row.getLong(2)))
                .single();
    }

    long lastChange(String tenantId) {
        return jdbc.sql("select last_change from person_ledger where tenant_id = :tenant")
                .param("tenant", tenantId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }
}
