package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;

/** What is special about a database on another machine. */
@ExtendWith(DatabasesExtension.class)
final class PostgresqlTest {

    private static final Path NO_FILE = Path.of("never-made");

    private final Databases databases;
    private final DatabaseOptions options;

    PostgresqlTest(Databases databases) {
        this.databases = databases;
        options = databases.fresh(DatabaseKind.POSTGRESQL);
    }

    @Test
    void aWrongPasswordIsRefusedInWordsWithoutIt() {
        DatabaseOptions wrong = new DatabaseOptions(options.url(), Databases.USER, "hush-wrong", 8);

        assertThatThrownBy(() -> Database.open(wrong, NO_FILE))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining("password authentication failed for user \"selfsame\"")
                .hasStackTraceContaining("selfsame")
                .message()
                .doesNotContain("hush");
    }

    @Test
    void aPlaceWithoutADatabaseIsNamed() {
        DatabaseOptions nowhere =
                new DatabaseOptions(
                        "jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1",
                        Databases.USER,
                        Databases.PASSWORD,
                        8);

        assertThatThrownBy(() -> Database.open(nowhere, NO_FILE))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageStartingWith("the database jdbc:postgresql://127.0.0.1:1/none cannot be")
                .message()
                .doesNotContain(Databases.PASSWORD, "\n");
    }

    @Test
    void storesSayThatItIsAwayAndGoOnWhenItIsBack() {
        Tenant tenant = new Tenant("acme", new ManualClock().instant());
        try (Database database = Database.open(options, NO_FILE)) {
            databases.cutOff(options);
            assertThatThrownBy(() -> database.tenants().addIfAbsent(tenant))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE));

            databases.letIn(options);

            addWhenBack(database, tenant);
            assertThat(database.apiKeys().isEmpty()).isTrue();
        }
    }

    /** Each connection that was cut is found out by one failure. */
    private static void addWhenBack(Database database, Tenant tenant) {
        for (int failures = 0; failures <= DatabaseOptions.EMBEDDED.connections(); failures++) {
            try {
                database.tenants().addIfAbsent(tenant);
                return;
            } catch (Problem problem) {
                assertThat(problem.kind()).isEqualTo(ProblemKind.UNAVAILABLE);
            }
        }
        throw new AssertionError("it does not come back");
    }

    @Test
    void severalServersMayOpenItAtOnce() {
        try (Database first = Database.open(options, NO_FILE);
                Database second = Database.open(options, NO_FILE)) {
            Tenant tenant = new Tenant("acme", new ManualClock().instant());
            first.tenants().addIfAbsent(tenant);
            second.tenants().addIfAbsent(tenant);

            assertThat(second.apiKeys().list("acme")).isEmpty();
        }
    }
}
