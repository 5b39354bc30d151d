package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditRow;

import org.springframework.jdbc.core.simple.JdbcClient;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Rows of the audit trail with their places, and the one row that says where the chain ends. */
final class AuditChain {

    // why coalesce: whoever alters a table can also make its values null
    private static final String COLUMNS =
            """
            select id, coalesce(seq, 0) as seq,
                coalesce(at, timestamp with time zone '0001-01-01 00:00:00+00') as at,
                coalesce(tenant_id, '') as tenant_id, coalesce(actor, '') as actor,
                coalesce(action, '') as action, coalesce(subject, '') as subject,
                coalesce(outcome, '') as outcome, coalesce(hash, '') as hash
            from audit_entry
            """;

    private final JdbcClient jdbc;

    AuditChain(JdbcClient jdbc) {
        this.jdbc = Objects.requireNonNull(jdbc, "jdbc");
    }

    Optional<AuditHead> head() {
        return head("select seq, hash from audit_head");
    }

    /** The end, locked until the transaction ends, so that nobody else adds after the same row. */
    AuditHead lock() {
        return head("select seq, hash from audit_head for update")
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "the table audit_head has lost its row; see"
                                                + " docs/audit.md"));
    }

    private Optional<AuditHead> head(String sql) {
        return jdbc.sql(sql)
                .query((row, _) -> new AuditHead(row.getLong("seq"), row.getString("hash")))
                .optional();
    }

    void move(AuditHead head) {
        jdbc.sql("update audit_head set seq = :seq, hash = :hash")
                .param("seq", head.sequence())
                .param("hash", head.hash())
                .update();
    }

    // why the table's name in the order: without it the coalesced column is meant, and no index
    // fits
    List<AuditRow> rows(long sequence, long id, int limit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                where seq >= :seq and (seq > :seq or id > :id)
                                order by audit_entry.seq, audit_entry.id
                                fetch first :limit rows only
                                """)
                .param("seq", sequence)
                .param("id", id)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    /** Rows that have no place yet, in the order in which they were added. */
    List<AuditRow> unchained(int limit) {
        return jdbc.sql(COLUMNS + "where seq is null order by id fetch first :limit rows only")
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                row.getLong("seq"),
                Times.instant(row, "at"),
                row.getString("tenant_id"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("outcome"),
                row.getString("hash"));
    }
}
