package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;

import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.usage.UsageQuery;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A database of each earlier version becomes one of this version, and nothing in it is lost. */
@ExtendWith(DatabasesExtension.class)
final class SchemaHistoryTest {

    /** The last one for whose every table there are rows here. */
    private static final int LAST_BY_HAND = 8;

    @TempDir private Path folder;

    private static Stream<Arguments> versions() {
        int present =
                Migrations.versions(new DriverManagerDataSource("jdbc:h2:mem:history")).size();
        return Stream.of(DatabaseKind.values())
                .flatMap(
                        kind ->
                                IntStream.range(1, present)
                                        // why: each takes a while there, and few do more than
                                        // add tables
                                        .filter(it -> kind == DatabaseKind.H2 || it % 3 == 1)
                                        .mapToObj(version -> Arguments.of(kind, version)));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyRowOfAnEarlierVersionIsThereAfterTheUpgrade(
            DatabaseKind kind, int version, Databases databases) throws IOException {
        DatabaseOptions options = databases.fresh(kind);
        Path file = folder.resolve("selfsame");
        AllRows before;
        try (HikariDataSource old = new HikariDataSource(Pool.of(options, file))) {
            Migrations.upTo(old, Integer.toString(version)).migrate();
            JdbcTemplate jdbc = new JdbcTemplate(old);
            RowsOfVersion.upTo(version, kind == DatabaseKind.POSTGRESQL).forEach(jdbc::execute);
            before = AllRows.of(new JdbcTables(old));
        }
        if (version <= LAST_BY_HAND) {
            assertThat(before.emptyTables()).isEmpty();
        }

        try (Database database = Database.open(options, file)) {
            before.assertAllIn(AllRows.of(database.tables()));
            assertUsable(database, version);
        }
    }

    private static void assertUsable(Database database, int version) {
        ManualClock clock = new ManualClock();
        ApiKeys keys = new ApiKeys(database.apiKeys(), database.tenants(), clock, Duration.ZERO);
        assertThat(keys.list("acme")).hasSize(2);
        AuditTrail trail = new AuditTrail(database.audit(), clock);
        assertThat(trail.check(AuditHead.NONE, null).finding()).isNull();
        assertThat(trail.check(AuditHead.NONE, null).entries())
                .isEqualTo(version < 2 ? 0 : RowsOfVersion.ENTRIES);
        if (version >= 2) {
            LocalDate day = LocalDate.parse("2026-11-01");
            assertThat(database.usage().list(new UsageQuery("acme", day, day)))
                    .singleElement()
                    .satisfies(count -> assertThat(count.requests()).isEqualTo(9_000_000_000L));
        }
        if (version >= 3) {
            assertThat(database.people().count("acme")).isOne();
            assertThat(database.people().changedAfter("acme", 0, 10))
                    .singleElement()
                    .satisfies(one -> assertThat(one.person().templates()).hasSize(3));
        }
    }
}
