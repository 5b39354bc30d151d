package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.backup.BackupFile;
import dev.selfsame.server.backup.BackupManifest;
import dev.selfsame.server.backup.BackupWriter;
import dev.selfsame.server.backup.CheckedBackup;
import dev.selfsame.server.backup.TableSource;
import dev.selfsame.server.backup.UnusableBackupException;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.vault.MasterKeyCopy;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.VaultOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Backups of each database, into the other. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class BackupsOnDatabaseTest {

    private static final String OLD_SCHEMA = "7";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseKind kind;
    private final Databases databases;
    private final DatabaseOptions options;

    BackupsOnDatabaseTest(DatabaseKind kind, Databases databases) {
        this.kind = kind;
        this.databases = databases;
        options = databases.fresh(kind);
    }

    @Test
    void aBackupOfAnEarlierSchemaFillsTheOtherDatabase() throws IOException {
        AllRows before;
        try (HikariDataSource old = new HikariDataSource(Pool.of(options, source()))) {
            fillWithOldRows(old);
            before = AllRows.of(new JdbcTables(old));
            BackupManifest manifest = write(new JdbcTables(old));

            assertThat(manifest.schema()).isEqualTo(OLD_SCHEMA);
            assertThat(manifest.people()).isOne();
            assertThat(manifest.created()).isEqualTo(clock.instant());
            assertThat(manifest.masterKeys()).containsExactly(keys().currentId());
        }
        DatabaseOptions other =
                databases.fresh(
                        kind == DatabaseKind.H2 ? DatabaseKind.POSTGRESQL : DatabaseKind.H2);
        CheckedBackup backup = CheckedBackup.of(new BackupFile(file(), null));
        assertThat(backup.isStampedBy(keys())).isTrue();
        try (EmptyDatabase empty = EmptyDatabase.open(other, target())) {
            backup.fill(empty);
            empty.commit();
        }

        try (Database restored = Database.open(other, target())) {
            before.assertAllIn(AllRows.of(restored.tables()));
            AuditTrail trail = new AuditTrail(restored.audit(), clock);
            record(trail, "later");
            assertThat(trail.check(AuditHead.NONE, null).finding()).isNull();
            assertThat(trail.check(AuditHead.NONE, null).entries())
                    .isEqualTo(RowsOfVersion.ENTRIES + 1);
        }
    }

    @Test
    void whatOthersCommitMeanwhileIsNotSeen() throws IOException {
        try (Database database = Database.open(options, source())) {
            AuditTrail trail = new AuditTrail(database.audit(), clock);
            record(trail, "before");
            AuditHead head = trail.head().orElseThrow();
            List<String> entries = new ArrayList<>();
            List<String> tenants = new ArrayList<>();
            List<String> heads = new ArrayList<>();

            database.tables()
                    .read(
                            tables -> {
                                tables.forEachRow("audit_entry", _ -> entries.add("one"));
                                elsewhere(
                                        () -> {
                                            record(trail, "after");
                                            database.tenants().addIfAbsent(tenant("after"));
                                        });
                                tables.forEachRow("audit_entry", _ -> entries.add("again"));
                                tables.forEachRow(
                                        "audit_head", row -> heads.add(String.valueOf(row)));
                                tables.forEachRow(
                                        "tenant", row -> tenants.add(String.valueOf(row)));
                            });

            assertThat(entries).containsExactly("one", "again");
            assertThat(heads).singleElement().asString().contains(head.hash());
            assertThat(tenants).isEmpty();
            assertThat(AllRows.of(database.tables()).of("audit_entry")).hasSize(2);
            assertThat(AllRows.of(database.tables()).of("tenant")).hasSize(1);
        }
    }

    @Test
    void manyRowsComePageByPageAndEachOnce() throws IOException {
        try (Database database = Database.open(options, source())) {
            database.tenants().addIfAbsent(tenant("acme"));
            database.tenants().addIfAbsent(tenant("beta"));
            for (String tenant : List.of("acme", "beta")) {
                counts(database, tenant, 700);
            }
            List<Object[]> writers = new ArrayList<>();
            for (int i = 0; i < 1200; i++) {
                writers.add(new Object[] {"writer-" + i});
            }
            new JdbcTemplate(database.source())
                    .batchUpdate(
                            "insert into usage_writer (id, last_batch, seen)"
                                    + " values (?, 1, current_timestamp)",
                            writers);

            AllRows rows = AllRows.of(database.tables());

            assertThat(rows.of("usage_count")).hasSize(1400).doesNotHaveDuplicates();
            assertThat(rows.of("usage_writer")).hasSize(1200).doesNotHaveDuplicates();
        }
    }

    /** In a thread that has no transaction yet. */
    private static void elsewhere(Runnable change) {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            thread.submit(change).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void record(AuditTrail trail, String subject) {
        trail.record("acme", "cli", "keys.create", subject, AuditOutcome.DONE);
    }

    private static void counts(Database database, String tenant, int count) {
        LocalDate first = LocalDate.parse("2024-01-01");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {tenant, first.plusDays(i)});
        }
        new JdbcTemplate(database.source())
                .batchUpdate(
                        "insert into usage_count (tenant_id, utc_day, api_key_id, operation,"
                                + " outcome, requests) values (?, ?, 'key', 'match', 'ok', 1)",
                        rows);
    }

    @Test
    void onlyAnEmptyDatabaseIsFilled() {
        Database.open(options, source()).close();

        assertThatThrownBy(() -> EmptyDatabase.open(options, source()))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining(kind == DatabaseKind.H2 ? "one already" : "not empty");
    }

    @Test
    void aFillingThatFailsLeavesNoRowAndNoFile() throws IOException {
        assertThatThrownBy(
                        () -> {
                            try (EmptyDatabase empty = EmptyDatabase.open(options, target())) {
                                empty.fill(
                                        OLD_SCHEMA,
                                        tables -> {
                                            try (var writer = tables.writer("tenant", columns())) {
                                                writer.write(row("acme"));
                                            }
                                            throw new UnusableBackupException("cut");
                                        });
                                empty.commit();
                            }
                        })
                .isInstanceOf(UnusableBackupException.class)
                .hasMessage("cut");

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
        if (kind == DatabaseKind.POSTGRESQL) {
            assertThat(databases.rows(options, target(), "tenant")).isZero();
        }
    }

    private static List<String> columns() {
        return List.of("id", "created", "name", "face_fmr", "finger_fmr");
    }

    private static List<@Nullable String> row(String id) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(id);
        row.add("2026-11-01T12:00:00Z");
        row.add("a name");
        row.add(null);
        row.add("1.0E-5");
        return row;
    }

    private void fillWithOldRows(HikariDataSource source) {
        Migrations.upTo(source, OLD_SCHEMA).migrate();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        int version = Integer.parseInt(OLD_SCHEMA);
        RowsOfVersion.upTo(version, kind == DatabaseKind.POSTGRESQL).forEach(jdbc::execute);
        for (String table : List.of("tenant_key", "signing_key", "portal_totp")) {
            jdbc.update(
                    "update " + table + " set master_id = ? where master_id is not null",
                    keys().currentId());
        }
    }

    private BackupManifest write(TableSource source) throws IOException {
        try (OutputStream out = Files.newOutputStream(file())) {
            return new BackupWriter(source, masters(), clock).write(out, false);
        }
    }

    private Tenant tenant(String id) {
        return new Tenant(id, clock.instant());
    }

    private MasterKeyCopy keys() {
        return MasterKeyCopy.of(masters());
    }

    private MasterKeySource masters() {
        return MasterKeySource.of(new VaultOptions(KEY, null), folder.resolve("none"));
    }

    private Path file() {
        return folder.resolve("backup.zip");
    }

    private Path source() {
        return folder.resolve("selfsame");
    }

    private Path target() {
        return folder.resolve("target");
    }
}
