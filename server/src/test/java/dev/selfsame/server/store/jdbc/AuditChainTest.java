package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.selfsame.server.audit.AuditFault;
import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditReport;
import dev.selfsame.server.audit.AuditReport.Finding;
import dev.selfsame.server.audit.AuditRow;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The chain of the audit trail on both databases, whole and tampered with. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class AuditChainTest {

    private static final int ENTRIES = 12;
    private static final AuditQuery ALL = new AuditQuery(null, null, 10_000);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseKind kind;
    private final DatabaseOptions options;

    AuditChainTest(DatabaseKind kind, Databases databases) {
        this.kind = kind;
        options = databases.fresh(kind);
    }

    /** What somebody does to the tables, and what is to be found of it. */
    private record Tampering(AuditFault fault, long sequence, String... sql) {}

    @Test
    void manyThreadsOfTwoServersMakeOneChain() throws Exception {
        try (Database first = open();
                Database second = open()) {
            List<Callable<Void>> writers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                AuditTrail trail = new AuditTrail((i % 2 == 0 ? first : second).audit(), clock);
                String actor = "writer-" + i;
                writers.add(
                        () -> {
                            for (int n = 0; n < 20; n++) {
                                record(trail, actor, "n-" + n);
                            }
                            return null;
                        });
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                for (Future<Void> writer : threads.invokeAll(writers)) {
                    writer.get();
                }
            }

            AuditTrail trail = new AuditTrail(second.audit(), clock);
            AuditReport report = trail.check(AuditHead.NONE, trail.head().orElseThrow());
            assertThat(report.finding()).isNull();
            assertThat(report.entries()).isEqualTo(160);
            assertThat(trail.list(ALL)).hasSize(160).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyTamperingIsFoundAndNamed() {
        try (Database database = open()) {
            AuditTrail trail = filled(database);
            for (Tampering tampering : tamperings()) {
                Finding finding = found(database, trail, null, tampering.sql());

                assertThat(finding).as(String.join("; ", tampering.sql())).isNotNull();
                assertThat(finding.fault())
                        .as(String.join("; ", tampering.sql()) + ": " + finding)
                        .isEqualTo(tampering.fault());
                assertThat(finding.sequence()).as("%s", finding).isEqualTo(tampering.sequence());
            }
            assertThat(trail.check(AuditHead.NONE, null).entries()).isEqualTo(ENTRIES);
        }
    }

    private static List<Tampering> tamperings() {
        List<Tampering> all = new ArrayList<>(removals());
        for (String change :
                List.of(
                        "at = at + interval '1' second",
                        "tenant_id = 'beta'",
                        "actor = 'cli '",
                        "action = 'keys.revoke'",
                        "subject = ''",
                        "subject = actor, actor = subject",
                        "outcome = 'wrong'",
                        "hash = ''",
                        "hash = upper(hash)")) {
            all.add(altered(1, change));
            all.add(altered(5, change));
            all.add(altered(ENTRIES, change));
        }
        all.add(new Tampering(AuditFault.HEAD, ENTRIES, "update audit_head set hash = 'x'"));
        all.add(new Tampering(AuditFault.HEAD, 9, "update audit_head set seq = 9, hash = 'x'"));
        all.add(new Tampering(AuditFault.HEAD, ENTRIES, "delete from audit_head"));
        all.addAll(moves());
        all.addAll(insertions());
        return all;
    }

    private static Tampering altered(long sequence, String change) {
        return new Tampering(
                AuditFault.ALTERED,
                sequence,
                "update audit_entry set " + change + " where seq = " + sequence);
    }

    private static List<Tampering> removals() {
        String gone = "delete from audit_entry where seq = 5";
        return List.of(
                new Tampering(AuditFault.MISSING, 5, gone),
                new Tampering(AuditFault.MISSING, 1, "delete from audit_entry where seq < 4"),
                new Tampering(
                        AuditFault.MISSING,
                        5,
                        gone,
                        "update audit_entry set seq = seq + 1000 where seq > 5",
                        "update audit_entry set seq = seq - 1001 where seq > 5",
                        "update audit_head set seq = seq - 1"),
                new Tampering(AuditFault.CUT_OFF, 10, "delete from audit_entry where seq > 9"),
                new Tampering(AuditFault.CUT_OFF, 1, "delete from audit_entry"));
    }

    private static List<Tampering> moves() {
        return List.of(
                swap(5, 6),
                swap(5, 9),
                swap(1, ENTRIES),
                new Tampering(
                        AuditFault.REORDERED,
                        5,
                        "update audit_entry set seq = -10 where seq = 10",
                        "update audit_entry set seq = seq + 1000 where seq between 5 and 9",
                        "update audit_entry set seq = seq - 999 where seq > 1000",
                        "update audit_entry set seq = 5 where seq = -10"));
    }

    private static Tampering swap(long one, long other) {
        return new Tampering(
                AuditFault.REORDERED,
                one,
                "update audit_entry set seq = -1 where seq = " + one,
                "update audit_entry set seq = " + one + " where seq = " + other,
                "update audit_entry set seq = " + other + " where seq = -1");
    }

    private static List<Tampering> insertions() {
        String shift = "update audit_entry set seq = seq + 1000 where seq >= 5";
        String back = "update audit_entry set seq = seq - 999 where seq > 1000";
        String head = "update audit_head set seq = seq + 1";
        return List.of(
                new Tampering(AuditFault.INSERTED, 5, shift, back, head, insert("5", "'x'", 3)),
                new Tampering(AuditFault.INSERTED, 5, shift, back, head, insert("5", "hash", 3)),
                new Tampering(AuditFault.INSERTED, 0, insert("0", "hash", 3)),
                new Tampering(AuditFault.INSERTED, -7, insert("-7", "hash", 3)),
                new Tampering(AuditFault.INSERTED, 13, insert("13", "hash", 3)),
                new Tampering(
                        AuditFault.INSERTED,
                        10,
                        "update audit_head set seq = 9,"
                                + " hash = (select hash from audit_entry where seq = 9)"));
    }

    private static String insert(String sequence, String hash, int copied) {
        return "insert into audit_entry (at, tenant_id, actor, action, subject, outcome, seq, hash)"
                + " select at, tenant_id, actor, action, subject, outcome, "
                + sequence
                + ", "
                + hash
                + " from audit_entry where seq = "
                + copied;
    }

    @Test
    void onlyAHeadThatWasKeptTellsAChainMadeAnew() {
        try (Database database = open()) {
            AuditTrail trail = filled(database);
            AuditHead kept = trail.head().orElseThrow();
            AuditRow ninth = rows(database).get(8);
            String cut = "delete from audit_entry where seq > 9";
            String head = "update audit_head set seq = 9, hash = '" + ninth.hash() + "'";

            assertThat(found(database, trail, null, cut, head)).isNull();
            assertThat(found(database, trail, kept, cut, head))
                    .extracting(Finding::fault, Finding::sequence)
                    .containsExactly(AuditFault.CUT_OFF, 10L);
            assertThat(found(database, trail, null, anew(database))).isNull();
            assertThat(found(database, trail, kept, anew(database)))
                    .extracting(Finding::fault, Finding::sequence)
                    .containsExactly(AuditFault.REWRITTEN, (long) ENTRIES);
        }
    }

    /** What makes the third entry another and all hashes fit. */
    private static String[] anew(Database database) {
        List<String> sql = new ArrayList<>();
        sql.add("update audit_entry set subject = 'other' where seq = 3");
        AuditHead head = AuditHead.NONE;
        for (AuditRow row : rows(database)) {
            AuditRow changed =
                    row.sequence() != 3
                            ? row
                            : new AuditRow(
                                    row.id(),
                                    3,
                                    row.at(),
                                    row.tenantId(),
                                    row.actor(),
                                    row.action(),
                                    "other",
                                    row.outcome(),
                                    "");
            head = changed.chained(head).head();
            sql.add(
                    "update audit_entry set hash = '%s' where seq = %d"
                            .formatted(head.hash(), row.sequence()));
        }
        sql.add("update audit_head set hash = '" + head.hash() + "'");
        return sql.toArray(String[]::new);
    }

    @Test
    void aCheckCanStartBehindWhatWasRemovedOnPurpose() {
        try (Database database = open()) {
            AuditTrail trail = filled(database);
            AuditHead third = rows(database).get(2).head();
            database.jdbc().sql("delete from audit_entry where seq <= 3").update();

            AuditReport report = trail.check(third, trail.head().orElseThrow());

            assertThat(report.finding()).isNull();
            assertThat(report.entries()).isEqualTo(ENTRIES - 3);
            Finding wrong = trail.check(new AuditHead(3, "0".repeat(64)), null).finding();
            assertThat(wrong)
                    .extracting(Finding::fault, Finding::sequence)
                    .containsExactly(AuditFault.ALTERED, 4L);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> trail.check(third, new AuditHead(2, third.hash())))
                    .withMessageContaining("give a later head");
        }
    }

    @Test
    void theTrailOfTheVersionBeforeIsChainedPageByPage() {
        migrateTo("6").migrate();
        alter(
                "insert into audit_entry (at, tenant_id, actor, action, subject, outcome) values"
                        + " ('2026-11-01T12:00:00.123456Z', 'acme', 'cli', 'keys.create',"
                        + " '''; drop table audit_entry; -- ö😀', 'done')");
        for (int i = 0; i < 11; i++) {
            alter(
                    "insert into audit_entry (at, tenant_id, actor, action, subject, outcome)"
                            + " select at, tenant_id, actor, action, subject, outcome"
                            + " from audit_entry");
        }

        AuditHead head;
        try (Database database = open()) {
            AuditTrail trail = new AuditTrail(database.audit(), clock);
            assertThat(trail.check(AuditHead.NONE, null).entries()).isEqualTo(2048);
            record(trail, "cli", "after");
            head = trail.head().orElseThrow();
        }
        try (Database database = open()) {
            AuditTrail trail = new AuditTrail(database.audit(), clock);
            AuditReport report = trail.check(AuditHead.NONE, head);
            assertThat(report.finding()).isNull();
            assertThat(report.last()).isEqualTo(head);
            assertThat(head.sequence()).isEqualTo(2049);
            assertThat(found(database, trail, null, "delete from audit_entry where seq = 1500"))
                    .extracting(Finding::fault, Finding::sequence)
                    .containsExactly(AuditFault.MISSING, 1500L);
        }
    }

    @Test
    void hostileValuesAreChainedAsTheyAre() {
        try (Database database = open()) {
            AuditTrail trail = new AuditTrail(database.audit(), clock);
            for (String subject :
                    List.of(
                            "'; delete from audit_entry; --",
                            ":seq ? \\ %s ${x}",
                            "\u202e\u200b\ufeff",
                            "e\u0301 \u00e9",
                            "😀".repeat(32),
                            " x ")) {
                record(trail, subject, subject);
            }
            for (String broken : List.of("\ud83d", "x\ude00", "\ude00\ud83d")) {
                assertThatIllegalArgumentException().isThrownBy(() -> record(trail, "cli", broken));
            }

            AuditReport report = trail.check(AuditHead.NONE, null);
            assertThat(report.finding()).isNull();
            assertThat(report.entries()).isEqualTo(6);
        }
    }

    private Database open() {
        return Database.open(options, folder.resolve("selfsame"));
    }

    private AuditTrail filled(Database database) {
        AuditTrail trail = new AuditTrail(database.audit(), clock);
        for (int i = 1; i <= ENTRIES; i++) {
            record(trail, "cli", "subject-" + i);
            clock.pass(Duration.ofMillis(7));
        }
        return trail;
    }

    private static void record(AuditTrail trail, String actor, String subject) {
        trail.record("acme", actor, "keys.create", subject, AuditOutcome.DONE);
    }

    private static List<AuditRow> rows(Database database) {
        return database.audit().chain(Long.MIN_VALUE, 0, 1000);
    }

    /** What is found while the tables are so; they are put back afterwards. */
    private static @Nullable Finding found(
            Database database, AuditTrail trail, @Nullable AuditHead known, String... sql) {
        List<AuditReport> reports = new ArrayList<>();
        new TransactionTemplate(new JdbcTransactionManager(database.source()))
                .executeWithoutResult(
                        transaction -> {
                            transaction.setRollbackOnly();
                            for (String statement : sql) {
                                database.jdbc().sql(statement).update();
                            }
                            reports.add(trail.check(AuditHead.NONE, known));
                        });
        return reports.getFirst().finding();
    }

    private void alter(String sql) {
        Databases.alter(options, folder.resolve("selfsame"), sql);
    }

    private Flyway migrateTo(String version) {
        FluentConfiguration flyway =
                Flyway.configure().locations("classpath:db/migration").target(version);
        return switch (kind) {
            case H2 ->
                    flyway.dataSource(
                                    "jdbc:h2:file:"
                                            + folder.resolve("selfsame")
                                            + ";AUTO_SERVER=TRUE",
                                    "selfsame",
                                    "")
                            .load();
            case POSTGRESQL ->
                    flyway.dataSource(options.url(), Databases.USER, Databases.PASSWORD).load();
        };
    }
}
