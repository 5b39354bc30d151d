package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.person.AttemptStore;
import dev.selfsame.server.person.LockOutOptions;
import dev.selfsame.server.person.StoredPerson;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.WrappedKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The ladder of waits, with the store that keeps it. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class AttemptsOnDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final LockOutOptions LADDER =
            new LockOutOptions(3, Duration.ofSeconds(30), Duration.ofMinutes(2));

    @TempDir private Path folder;

    private final DatabaseOptions options;
    private final UUID person = UUID.randomUUID();
    private Database database;
    private AttemptStore attempts;

    AttemptsOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        attempts = database.attempts();
        database.tenants().addIfAbsent(new Tenant("acme", NOW));
        UUID key = UUID.randomUUID();
        database.tenantKeys()
                .add(
                        new WrappedKey(
                                key,
                                "acme",
                                WrappedKey.Purpose.SEAL,
                                1,
                                "0123456789abcdef",
                                new byte[60],
                                NOW));
        database.people()
                .add(
                        new StoredPerson(
                                person,
                                "acme",
                                new byte[32],
                                new Sealed(key, new byte[40]),
                                0,
                                "1628692218558x176807293303153250",
                                NOW,
                                NOW,
                                Map.of()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        assertThat(fail(NOW)).isEmpty();
        assertThat(fail(NOW)).isEmpty();
        assertThat(fail(NOW)).isEmpty();
        Instant first = NOW.plusSeconds(30);
        assertThat(fail(NOW)).hasValue(first);
        assertThat(fail(first.minusMillis(1))).hasValue(first);

        assertThat(fail(first)).isEmpty();
        Instant second = first.plusSeconds(60);
        assertThat(fail(first)).hasValue(second);

        assertThat(fail(second)).isEmpty();
        Instant third = second.plusSeconds(120);
        assertThat(fail(second)).hasValue(third);

        assertThat(fail(third)).isEmpty();
        assertThat(fail(third)).hasValue(third.plusSeconds(120));
    }

    @Test
    void theFirstAttemptPassesAtAnyFractionOfASecond() {
        assertThat(fail(NOW.plusNanos(123_456_789))).isEmpty();
    }

    @Test
    void ofTwoAtOnceTheOneThatReadTheClockFirstMayComeSecond() {
        fail(NOW);

        assertThat(fail(NOW.minusMillis(1))).isEmpty();
    }

    @Test
    void successForgetsAllFailures() {
        fail(NOW);
        fail(NOW);
        fail(NOW);

        attempts.clear(person);

        assertThat(fail(NOW)).isEmpty();
        assertThat(fail(NOW)).isEmpty();
    }

    @Test
    void anAttemptThatComparedNothingDoesNotCount() {
        fail(NOW);
        fail(NOW);
        fail(NOW);

        attempts.takeBack(person);

        assertThat(fail(NOW)).isEmpty();
        assertThat(fail(NOW)).isPresent();
    }

    @Test
    void manyAtTheSameTimeDoNotPassTogether() throws Exception {
        List<Callable<Optional<Instant>>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            work.add(() -> fail(NOW));
        }
        int passed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(work)) {
                passed += one.get().isEmpty() ? 1 : 0;
            }
        }

        assertThat(passed).isEqualTo(3);
    }

    @Test
    void nobodyWaitsForSomebodyWhoIsGone() {
        UUID gone = UUID.randomUUID();

        assertThat(attempts.countFailure(gone, NOW, failures -> NOW.plusSeconds(99))).isEmpty();
    }

    private Optional<Instant> fail(Instant now) {
        return attempts.countFailure(person, now, failures -> LADDER.endOfWait(now, failures));
    }
}
