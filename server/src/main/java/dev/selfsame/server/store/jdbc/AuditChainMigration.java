package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditRow;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import java.util.List;

/**
 * The eighth migration: chains the audit trail, the rows that are there before included, as they
 * are then. In Java, as the two databases have no hash function in common; every step can be done
 * again, as H2 does not roll back changes of tables.
 */
final class AuditChainMigration implements JavaMigration {

    private static final MigrationVersion VERSION = MigrationVersion.fromVersion("8");

    /** Changes whenever what this does changes, which after a release it must not. */
    private static final int CHECKSUM = 1;

    private static final int ROWS = 1000;

    @Override
    public MigrationVersion getVersion() {
        return VERSION;
    }

    @Override
    public String getDescription() {
        return "audit chain";
    }

    @Override
    public Integer getChecksum() {
        return CHECKSUM;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        JdbcTemplate jdbc =
                new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true));
        // why first: PostgreSQL lets nobody add rows from here to the commit
        jdbc.execute("alter table audit_entry add column if not exists seq bigint");
        jdbc.execute("alter table audit_entry add column if not exists hash varchar(64)");
        makeHead(jdbc);
        chain(jdbc);
        jdbc.execute("alter table audit_entry alter column seq set not null");
        jdbc.execute("alter table audit_entry alter column hash set not null");
        jdbc.execute("create unique index if not exists audit_entry_by_seq on audit_entry (seq)");
    }

    /**
     * One row; whoever adds to the trail holds it until the commit, so that the chain never forks.
     */
    private static void makeHead(JdbcTemplate jdbc) {
        jdbc.execute(
                """
                create table if not exists audit_head (
                    only_one smallint primary key check (only_one = 1),
                    seq bigint not null,
                    hash varchar(64) not null
                )
                """);
        jdbc.update(
                """
                insert into audit_head (only_one, seq, hash)
                select 1, ?, ? where not exists (select 1 from audit_head)
                """,
                AuditHead.NONE.sequence(),
                AuditHead.NONE.hash());
    }

    private static void chain(JdbcTemplate jdbc) {
        AuditChain chain = new AuditChain(JdbcClient.create(jdbc));
        AuditHead head = chain.lock();
        for (List<AuditRow> rows = chain.unchained(ROWS);
                !rows.isEmpty();
                rows = chain.unchained(ROWS)) {
            for (AuditRow row : rows) {
                AuditRow chained = row.chained(head);
                head = chained.head();
                jdbc.update(
                        "update audit_entry set seq = ?, hash = ? where id = ?",
                        chained.sequence(),
                        chained.hash(),
                        chained.id());
            }
            chain.move(head);
        }
    }
}
