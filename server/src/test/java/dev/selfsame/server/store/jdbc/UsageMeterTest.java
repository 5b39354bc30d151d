package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageMeter;
import dev.selfsame.server.usage.UsageQuery;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;

/** Counts outlive a database that goes away for a while. */
@ExtendWith(DatabasesExtension.class)
final class UsageMeterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Counted COUNTED =
            new Counted("acme", DAY, "0123456789", "test.run", Outcome.OK);
    private static final int REQUESTS = 50;

    private final Databases databases;
    private final DatabaseOptions options;
    private final ManualClock clock = new ManualClock();

    UsageMeterTest(Databases databases) {
        this.databases = databases;
        options = databases.fresh(DatabaseKind.POSTGRESQL);
    }

    @Test
    void countsWaitForADatabaseThatIsAwayAndAreWrittenOnce() {
        try (Database database = Database.open(options, Path.of("never-made"));
                UsageMeter meter = new UsageMeter(database.usage(), clock)) {
            new Tenants(database.tenants(), clock).create("acme", null);
            meter.count(COUNTED);
            databases.cutOff(options);
            for (int i = 0; i < REQUESTS; i++) {
                meter.count(COUNTED);
            }
            databases.letIn(options);

            awaitCounts(database, 1 + REQUESTS);

            meter.count(COUNTED);
            awaitCounts(database, 2 + REQUESTS);
        }
    }

    @Test
    void closingWritesWhatIsPending() {
        try (Database database = Database.open(options, Path.of("never-made"))) {
            new Tenants(database.tenants(), clock).create("acme", null);
            try (UsageMeter meter = new UsageMeter(database.usage(), clock)) {
                databases.cutOff(options);
                meter.count(COUNTED);
                databases.letIn(options);
            }
            awaitCounts(database, 1);
        }
    }

    private static void awaitCounts(Database database, long requests) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (counted(database) != requests) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    private static long counted(Database database) {
        try {
            return database.usage().list(new UsageQuery(null, DAY, DAY)).stream()
                    .mapToLong(UsageCount::requests)
                    .sum();
        } catch (Problem _) {
            // why: it may have been asked over a connection that was cut
            return -1;
        }
    }
}
