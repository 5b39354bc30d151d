package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.MatchingRules;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.usage.Counted;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageBatch;
import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageQuery;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tenants, and what is kept of them, on both databases. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class TenantsOnDatabaseTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final UsageQuery ALL = new UsageQuery(null, DAY.minusDays(9), DAY.plusDays(9));

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseOptions options;
    private Database database;
    private Tenants tenants;
    private ApiKeys keys;

    TenantsOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        tenants = new Tenants(database.tenants(), clock);
        keys = new ApiKeys(database.apiKeys(), database.tenants(), clock, Duration.ZERO);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tenantsAreKept() {
        Tenant made = tenants.create("acme", "Acme ö \"'; drop table tenant; --").orElseThrow();
        clock.pass(Duration.ofSeconds(1));
        tenants.create("beta", null);

        assertThat(tenants.create("acme", "other")).isEmpty();
        assertThat(tenants.find("acme")).hasValue(made);
        assertThat(tenants.list()).extracting(Tenant::id).containsExactly("acme", "beta");
        assertThat(tenants.find("' or '1'='1")).isEmpty();
    }

    @Test
    void rulesAreReadAtEachUse() {
        tenants.create("acme", null);
        assertThat(tenants.rules("acme")).isEqualTo(MatchingRules.SERVER);
        MatchingRules rules = new MatchingRules(1e-9, 0.1);

        assertThat(tenants.setRules("acme", rules)).isTrue();
        assertThat(tenants.rules("acme")).isEqualTo(rules);

        assertThat(tenants.setRules("acme", new MatchingRules(null, 1e-4))).isTrue();
        assertThat(tenants.rules("acme")).isEqualTo(new MatchingRules(null, 1e-4));
        assertThat(tenants.setRules("nobody", rules)).isFalse();
        assertThat(tenants.rules("nobody")).isEqualTo(MatchingRules.SERVER);
    }

    @Test
    void aDeletedTenantLeavesNothingButTheTrailOfWhatWasDone() {
        IssuedKey gone = keys.issue("acme", "shop", Scopes.ALL);
        IssuedKey kept = keys.issue("beta", "shop", Scopes.ALL);
        database.usage().add(batch(1, "acme"));
        database.usage().add(batch(2, "beta"));
        AuditTrail audit = new AuditTrail(database.audit(), clock);
        audit.record("acme", AuditEntry.COMMAND_LINE, "tenants.delete", "x", AuditOutcome.DONE);

        assertThat(tenants.delete("acme")).isTrue();

        assertThat(tenants.delete("acme")).isFalse();
        assertThat(tenants.find("acme")).isEmpty();
        assertThat(keys.authenticate(gone.text())).isEmpty();
        assertThat(keys.authenticate(kept.text())).isPresent();
        assertThat(database.usage().list(ALL))
                .extracting(it -> it.counted().tenantId())
                .containsExactly("beta");
        assertThat(audit.list(new AuditQuery("acme", null, 10))).hasSize(1);
    }

    @Test
    void anIdIsNotGivenTwice() {
        keys.issue("acme", "shop", Scopes.ALL);
        tenants.delete("acme");

        assertThatThrownBy(() -> tenants.create("acme", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme was deleted");
        assertThatThrownBy(() -> keys.issue("acme", "shop", Scopes.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("acme was deleted");
        assertThat(tenants.find("acme")).isEmpty();
        assertThat(keys.list("acme")).isEmpty();
        assertThat(tenants.create("acme-2", null)).isPresent();
    }

    @Test
    void whoeverMakesATenantWhileItIsDeletedGetsNoTenantOfTheOldId() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = "round-" + round;
            tenants.create(id, null);
            List<Callable<Object>> racers = new ArrayList<>();
            racers.add(() -> tenants.delete(id));
            for (int i = 0; i < 3; i++) {
                racers.add(() -> tenants.create(id, null));
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                threads.invokeAll(racers);
            }
            assertThat(tenants.find(id)).isEmpty();
        }
    }

    @Test
    void aBatchIsCountedOnceHoweverOftenItIsWritten() {
        tenants.create("acme", null);

        database.usage().add(batch(1, "acme"));
        database.usage().add(batch(1, "acme"));
        database.usage().add(batch(2, "acme"));

        assertThat(database.usage().list(ALL)).extracting(UsageCount::requests).containsExactly(6L);
    }

    @Test
    void countsOfATenantThatIsGoneAreLeftOut() {
        tenants.create("acme", null);
        TreeMap<Counted, Long> both = new TreeMap<>(batch(1, "gone").requests());
        both.putAll(batch(1, "acme").requests());

        database.usage().add(new UsageBatch("w", 1, clock.instant(), both));

        assertThat(database.usage().list(ALL))
                .extracting(it -> it.counted().tenantId())
                .containsExactly("acme");
    }

    @Test
    void countsAreFoundByTenantAndDay() {
        tenants.create("acme", null);
        tenants.create("beta", null);
        database.usage().add(batch(1, "acme"));
        database.usage().add(batch(2, "beta"));

        assertThat(database.usage().list(new UsageQuery("beta", DAY, DAY))).hasSize(1);
        assertThat(database.usage().list(new UsageQuery(null, DAY, DAY))).hasSize(2);
        assertThat(database.usage().list(new UsageQuery(null, DAY.plusDays(1), DAY.plusDays(1))))
                .isEmpty();
    }

    @Test
    void whatWasDoneIsListedInItsOrder() {
        AuditTrail audit = new AuditTrail(database.audit(), clock);
        for (String subject : List.of("a", "b", "c")) {
            audit.record("acme", "key1234567", "keys.create", subject, AuditOutcome.REFUSED);
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(audit.list(new AuditQuery(null, clock.instant().minusSeconds(2), 10)))
                .extracting(AuditEntry::subject)
                .containsExactly("b", "c");
        assertThat(audit.list(new AuditQuery("acme", null, 1)))
                .extracting(AuditEntry::subject)
                .containsExactly("c");
        assertThat(audit.list(new AuditQuery("' or 1=1 --", null, 10))).isEmpty();
    }

    @Test
    void theTrailTakesNeitherLongTextsNorControls() {
        AuditTrail audit = new AuditTrail(database.audit(), clock);
        for (String subject : List.of("", " ", "a\nb", "\u001b[31m", "x".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> audit.record("acme", "cli", "keys.x", subject, AuditOutcome.DONE))
                    .withMessageNotContaining("xxx");
        }
        assertThat(audit.list(new AuditQuery(null, null, 10))).isEmpty();
    }

    private UsageBatch batch(long number, String tenant) {
        TreeMap<Counted, Long> requests = new TreeMap<>();
        requests.put(new Counted(tenant, DAY, "0123456789", "test.run", Outcome.OK), 3L);
        return new UsageBatch("w", number, clock.instant(), requests);
    }
}
