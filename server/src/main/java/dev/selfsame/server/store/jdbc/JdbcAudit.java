package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditStore;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;
import java.util.Objects;

final class JdbcAudit implements AuditStore {

    private final JdbcClient jdbc;

    JdbcAudit(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    @Override
    public void add(AuditEntry entry) {
        jdbc.sql(
                        """
                        insert into audit_entry (at, tenant_id, actor, action, subject, outcome)
                        values (:at, :tenant, :actor, :action, :subject, :outcome)
                        """)
                .param("at", Times.utc(entry.at()))
                .param("tenant", entry.tenantId())
                .param("actor", entry.actor())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("outcome", entry.outcome().id())
                .update();
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
