package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditRow;
import dev.selfsame.server.audit.AuditStore;

import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

final class JdbcAudit implements AuditStore {

    /** Longer than the wait for a connection and the longest usual wait for another process. */
    private static final long PATIENCE_SECONDS = 10;

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AuditChain chain;

    // why: the database lets one at a time through; others must not hold connections meanwhile
    private final ReentrantLock turn = new ReentrantLock(true);

    JdbcAudit(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
        this.transactions = Objects.requireNonNull(transactions, "transactions");
        chain = new AuditChain(jdbc);
    }

    @Override
    public void add(AuditEntry entry) {
        awaitTurn();
        try {
            transactions.executeWithoutResult(
                    _ -> {
                        AuditRow row = AuditRow.after(chain.lock(), entry);
                        insert(row);
                        chain.move(row.head());
                    });
        } finally {
            turn.unlock();
        }
    }

    private void awaitTurn() {
        try {
            if (turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new TransientDataAccessResourceException("no turn to add to the audit trail");
    }

    private void insert(AuditRow row) {
        jdbc.sql(
                        """
                        insert into audit_entry
                            (at, tenant_id, actor, action, subject, outcome, seq, hash)
                        values (:at, :tenant, :actor, :action, :subject, :outcome, :seq, :hash)
                        """)
                .param("at", Times.utc(row.at()))
                .param("tenant", row.tenantId())
                .param("actor", row.actor())
                .param("action", row.action())
                .param("subject", row.subject())
                .param("outcome", row.outcome())
                .param("seq", row.sequence())
                .param("hash", row.hash())
                .update();
    }

    @Override
    public Optional<AuditHead> head() {
        return chain.head();
    }

    @Override
    public List<AuditRow> chain(long sequence, long id, int limit) {
        return chain.rows(sequence, id, limit);
    }

    @Override
    public long unchained() {
        return jdbc.sql("select count(*) from audit_entry where seq is null")
                .query(Long.class)
                .single();
    }

    @Override
    public List<AuditEntry> list(AuditQuery query) {
        return jdbc.sql(
                        """
                        select * from audit_entry
                        where (cast(:tenant as varchar(64)) is null or tenant_id = :tenant)
                            and (cast(:action as varchar(64)) is null or action = :action)
                            and (cast(:since as timestamp with time zone) is null or at >= :since)
                        order by id desc
                        fetch first :limit rows only
                        """)
                .param("tenant", query.tenantId())
                .param("action", query.action())
                .param("since", query.since() == null ? null : Times.utc(query.since()))
                .param("limit", query.limit())
                .query(
                        (row, _) ->
                                new AuditEntry(
                                        Times.instant(row, "at"),
                                        row.getString("tenant_id"),
                                        row.getString("actor"),
                                        row.getString("action"),
                                        row.getString("subject"),
                                        AuditOutcome.of(row.getString("outcome"))))
                .list()
                .reversed();
    }
}
