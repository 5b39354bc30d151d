package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageBatch;
import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageQuery;
import dev.selfsame.server.usage.UsageStore;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts as rows that are added to. Each batch is one transaction that also notes its number, so
 * that a batch whose commit nobody heard of can be written again without being counted twice.
 */
final class JdbcUsage implements UsageStore {

    private static final Duration WRITERS_ARE_KEPT = Duration.ofDays(30);
    private static final int TRIES = 5;
    private static final int DAYS_AT_A_TIME = 30;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    JdbcUsage(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
    }

    @Override
    public void add(UsageBatch batch) {
        for (int tries = 1; ; tries++) {
            try {
                transactions.executeWithoutResult(_ -> addOnce(batch));
                return;
            } catch (DuplicateKeyException e) {
                // why: another server inserted the same row first; now it is there to be added to
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void addOnce(UsageBatch batch) {
        Optional<Long> last =
                jdbc.sql("select last_batch from usage_writer where id = :id")
                        .param("id", batch.writer())
                        .query(Long.class)
                        .optional();
        if (last.isPresent() && last.get() >= batch.number()) {
            return;
        }
        batch.requests().forEach(this::add);
        if (last.isEmpty()) {
            forgetOldWriters(batch);
            note("insert into usage_writer (last_batch, seen, id) values (:n, :at, :id)", batch);
        } else {
            note("update usage_writer set last_batch = :n, seen = :at where id = :id", batch);
        }
    }

    private void note(String sql, UsageBatch batch) {
        jdbc.sql(sql)
                .param("n", batch.number())
                .param("at", Times.utc(batch.made()))
                .param("id", batch.writer())
                .update();
    }

    private void forgetOldWriters(UsageBatch batch) {
        jdbc.sql("delete from usage_writer where seen < :before")
                .param("before", Times.utc(batch.made().minus(WRITERS_ARE_KEPT)))
                .update();
    }

    private void add(Counted counted, long requests) {
        int updated =
                write(
                        """
                        update usage_count set requests = requests + :requests
                        where tenant_id = :tenant and utc_day = :day and api_key_id = :key
                            and operation = :operation and outcome = :outcome
                        """,
                        counted,
                        requests);
        if (updated == 0) {
            // why the condition: a tenant that was deleted meanwhile has nothing to pay
            write(
                    """
                    insert into usage_count
                        (tenant_id, utc_day, api_key_id, operation, outcome, requests)
                    select :tenant, cast(:day as date), :key, :operation, :outcome,
                        cast(:requests as bigint)
                    where exists (select 1 from tenant where id = :tenant)
                    """,
                    counted,
                    requests);
        }
    }

    private int write(String sql, Counted counted, long requests) {
        return jdbc.sql(sql)
                .param("requests", requests)
                .param("tenant", counted.tenantId())
                .param("day", counted.day())
                .param("key", counted.keyId())
                .param("operation", counted.operation())
                .param("outcome", counted.outcome().id())
                .update();
    }

    @Override
    public List<UsageCount> list(UsageQuery query) {
        return jdbc.sql(
                        """
                        select * from usage_count
                        where (cast(:tenant as varchar(64)) is null or tenant_id = :tenant)
                            and utc_day >= :from and utc_day <= :to
                        order by tenant_id, utc_day, api_key_id, operation, outcome
                        """)
                .param("tenant", query.tenantId())
                .param("from", query.from())
                .param("to", query.to())
                .query((row, _) -> count(row))
                .list();
    }

    @Override
    public long countBefore(String tenantId, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) from usage_count
                        where tenant_id = :tenant and utc_day < :day
                        """)
                .param("tenant", tenantId)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    @Override
    public int deleteSomeBefore(String tenantId, LocalDate day) {
        return jdbc.sql(
                        """
                        delete from usage_count where tenant_id = :tenant and utc_day in (
                            select distinct utc_day from usage_count
                            where tenant_id = :tenant and utc_day < :day
                            order by utc_day limit :days
                        )
                        """)
                .param("tenant", tenantId)
                .param("day", day)
                .param("days", DAYS_AT_A_TIME)
                .update();
    }

    private static UsageCount count(ResultSet row) throws SQLException {
        return new UsageCount(
                new Counted(
                        row.getString("tenant_id"),
                        row.getObject("utc_day", LocalDate.class),
                        row.getString("api_key_id"),
                        row.getString("operation"),
                        Outcome.of(row.getString("outcome"))),
                row.getLong("requests"));
    }
}
