package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.person.PersonStore.Standing;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Objects;
import java.util.Optional;

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
                            insert into person_ledger
                            (tenant_id, last_number, last_change)
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

    /**
     * Numbers an enrolment.
     *
     * @param wanted the number to have if it is not 0; later ones will be above it
     */
    Entry newPerson(String tenantId, long wanted) {
        Entry next =
                change(
                        tenantId,
                        wanted == 0 ? "last_number + 1" : "greatest(last_number, " + wanted + ")");
        return wanted == 0 ? next : new Entry(wanted, next.change());
    }

    /** Numbers a change of somebody who is there. */
    long newChange(String tenantId) {
        return change(tenantId, "last_number").change();
    }

    private Entry change(String tenantId, String lastNumber) {
        int rows =
                jdbc.sql(
                                "update person_ledger set last_number = "
                                        + lastNumber
                                        + ", last_change = last_change + 1"
                                        + " where tenant_id = :tenant")
                        .param("tenant", tenantId)
                        .update();
        if (rows == 0) {
            // why: every write makes the row before, so the tenant was deleted since
            throw new Problem(ProblemKind.UNAUTHENTICATED, "the tenant is gone");
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

    Optional<Standing> standing(String tenantId) {
        return jdbc.sql(
                        """
                        select last_change from person_ledger
                        where tenant_id = :tenant
                        """)
                .param("tenant", tenantId)
                .query((row, _) -> new Standing(row.getLong(1)))
                .optional();
    }
}
