package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.InitialKey;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Scope;
import dev.selfsame.server.tenant.Scopes;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class ApiKeysOnDatabaseTest {

    private static final Duration RECHECK = Duration.ofSeconds(5);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseOptions options;
    private Database database;
    private ApiKeys keys;

    ApiKeysOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        keys = keys();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aKeyHas256RandomBitsAndItsPrefix() {
        IssuedKey issued = keys.issue("default", "web shop", Scopes.ALL);

        assertThat(issued.text()).matches("ssk_[a-z0-9]{10}_[a-zA-Z0-9]{43}");
        assertThat(issued.text()).startsWith("ssk_" + issued.key().id() + "_");
        assertThat(issued.toString()).doesNotContain(issued.text());
    }

    @Test
    void keysSurviveARestart() {
        String text = keys.issue("acme", "web shop", Scopes.parse("match")).text();
        database.close();
        open();

        var caller = keys.authenticate(text).orElseThrow();

        assertThat(caller.tenantId()).isEqualTo("acme");
        assertThat(caller.scopes()).isEqualTo(new Scopes(false, Set.of(Scope.MATCH)));
        assertThat(keys.isEmpty()).isFalse();
    }

    @Test
    void aRevokedKeyIsRefusedAtOnce() {
        IssuedKey issued = keys.issue("default", "web shop", Scopes.ALL);
        assertThat(keys.authenticate(issued.text())).isPresent();

        assertThat(keys.revoke("default", issued.key().id())).isTrue();

        assertThat(keys.authenticate(issued.text())).isEmpty();
        assertThat(keys.revoke("default", issued.key().id())).isFalse();
    }

    @Test
    void aKeyRevokedByAnotherProcessIsRefusedAfterTheRecheckTime() {
        IssuedKey issued = keys.issue("default", "web shop", Scopes.ALL);
        assertThat(keys.authenticate(issued.text())).isPresent();
        keys().revoke("default", issued.key().id());

        clock.pass(RECHECK);

        assertThat(keys.authenticate(issued.text())).isEmpty();
    }

    @Test
    void nobodyRevokesTheKeyOfAnotherTenant() {
        IssuedKey issued = keys.issue("acme", "web shop", Scopes.ALL);

        assertThat(keys.revoke("default", issued.key().id())).isFalse();
        assertThat(keys.list("default")).isEmpty();
        assertThat(keys.authenticate(issued.text())).isPresent();
    }

    @Test
    void useIsRecordedOnceAMinute() {
        IssuedKey issued = keys.issue("default", "web shop", Scopes.ALL);
        assertThat(onlyKey().lastUsed()).isNull();

        Instant first = clock.instant();
        keys.authenticate(issued.text());
        clock.pass(Duration.ofSeconds(59));
        keys.authenticate(issued.text());
        assertThat(onlyKey().lastUsed()).isEqualTo(first);

        clock.pass(Duration.ofSeconds(1));
        keys.authenticate(issued.text());
        assertThat(onlyKey().lastUsed()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void aWrongSecretIsNoUse() {
        String text = keys.issue("default", "web shop", Scopes.ALL).text();

        assertThat(keys.authenticate(text.substring(0, 15) + "0".repeat(43))).isEmpty();
        assertThat(onlyKey().lastUsed()).isNull();
    }

    @Test
    void aKeyEndsByItself() {
        IssuedKey issued = keys.issue("default", "shop", Scopes.ALL, Duration.ofDays(90));
        clock.pass(Duration.ofDays(90).minusMillis(1));
        assertThat(keys.authenticate(issued.text())).isPresent();

        clock.pass(Duration.ofMillis(1));

        assertThat(keys.authenticate(issued.text())).isEmpty();
        assertThat(onlyKey().expires()).isEqualTo(clock.instant());
        assertThat(keys.rotate("default", issued.key().id(), Duration.ZERO, null)).isEmpty();
    }

    @Test
    void aRotatedKeyWorksUntilTheOverlapEnds() {
        IssuedKey old = keys.issue("acme", "shop", Scopes.parse("match"));
        Duration day = Duration.ofDays(1);

        IssuedKey fresh = keys.rotate("acme", old.key().id(), day, null).orElseThrow();

        assertThat(fresh.key().name()).isEqualTo("shop");
        assertThat(fresh.key().scopes()).isEqualTo(old.key().scopes());
        assertThat(keys.authenticate(old.text())).isPresent();
        assertThat(keys.authenticate(fresh.text())).isPresent();
        clock.pass(day);
        assertThat(keys.authenticate(old.text())).isEmpty();
        assertThat(keys.authenticate(fresh.text())).isPresent();
    }

    @Test
    void anOverlapOfNothingEndsTheOldKeyAtOnce() {
        IssuedKey old = keys.issue("acme", "shop", Scopes.ALL);

        IssuedKey fresh = keys.rotate("acme", old.key().id(), Duration.ZERO, null).orElseThrow();

        assertThat(keys.authenticate(old.text())).isEmpty();
        assertThat(keys.authenticate(fresh.text())).isPresent();
        assertThat(keys.list("acme"))
                .filteredOn(key -> key.revoked() != null)
                .extracting(ApiKey::id)
                .containsExactly(old.key().id());
    }

    @Test
    void anOverlapDoesNotLengthenTheLifeOfAKey() {
        IssuedKey old = keys.issue("acme", "shop", Scopes.ALL, Duration.ofHours(1));

        keys.rotate("acme", old.key().id(), Duration.ofDays(1), null);
        clock.pass(Duration.ofHours(1));

        assertThat(keys.authenticate(old.text())).isEmpty();
    }

    @Test
    void nobodyRotatesARevokedKeyOrThatOfAnotherTenant() {
        IssuedKey issued = keys.issue("acme", "shop", Scopes.ALL);
        String id = issued.key().id();
        assertThat(keys.rotate("default", id, Duration.ZERO, null)).isEmpty();
        keys.revoke("acme", id);

        assertThat(keys.rotate("acme", id, Duration.ofDays(1), null)).isEmpty();
        assertThat(keys.rotate("acme", "' or 1=1 --", Duration.ofDays(1), null)).isEmpty();
        assertThat(keys.list("acme")).hasSize(1);
        assertThat(keys.list("default")).isEmpty();
    }

    @Test
    void withoutARecheckTimeAKeyRevokedElsewhereIsRefusedAtOnce() {
        ApiKeys strict = new ApiKeys(database.apiKeys(), database.tenants(), clock, Duration.ZERO);
        IssuedKey issued = keys.issue("default", "shop", Scopes.ALL);
        assertThat(strict.authenticate(issued.text())).isPresent();

        keys.revoke("default", issued.key().id());

        assertThat(strict.authenticate(issued.text())).isEmpty();
    }

    @Test
    void theFirstStartMakesOneKeyAndKeepsIt() throws IOException {
        InitialKey initial = new InitialKey(keys, folder.resolve("key"));

        String made = initial.createOnFirstStart().orElseThrow().text();

        assertThat(initial.createOnFirstStart()).isEmpty();
        assertThat(initial.stillValid()).hasValue(made);
        assertThat(keys.authenticate(made).orElseThrow().scopes()).isEqualTo(Scopes.ALL);
    }

    @Test
    void anInitialKeyThatNobodyCouldReadIsMadeAnew() throws IOException {
        InitialKey initial = new InitialKey(keys, folder.resolve("missing/key"));
        assertThatThrownBy(initial::createOnFirstStart)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the first API key cannot be written to");

        Files.createDirectory(folder.resolve("missing"));

        assertThat(initial.createOnFirstStart()).isPresent();
        assertThat(initial.stillValid()).isPresent();
        assertThat(keys.list("default")).hasSize(1);
    }

    @Test
    void aDeletedOrRevokedInitialKeyIsNotReplaced() throws IOException {
        InitialKey initial = new InitialKey(keys, folder.resolve("key"));
        IssuedKey made = initial.createOnFirstStart().orElseThrow();
        keys.revoke("default", made.key().id());
        assertThat(initial.stillValid()).isEmpty();

        Files.delete(folder.resolve("key"));

        assertThat(initial.stillValid()).isEmpty();
        assertThat(initial.createOnFirstStart()).isEmpty();
        assertThat(folder.resolve("key")).doesNotExist();
    }

    @Test
    void aDeletedDefaultTenantGetsNoKeyByItself() throws IOException {
        InitialKey initial = new InitialKey(keys, folder.resolve("key"));
        initial.createOnFirstStart();
        new Tenants(database.tenants(), clock).delete("default");

        assertThat(keys.isEmpty()).isTrue();
        assertThat(initial.createOnFirstStart()).isEmpty();
        assertThat(initial.forThisStart()).isEmpty();
        assertThat(keys.isEmpty()).isTrue();
    }

    @Test
    void theKeyOfAStartEndsWithTheNextStart() throws IOException {
        InitialKey initial = new InitialKey(keys, folder.resolve("key"));
        initial.createOnFirstStart();
        String first = initial.forThisStart().orElseThrow();
        String second = initial.forThisStart().orElseThrow();

        assertThat(keys.authenticate(first)).isEmpty();
        assertThat(keys.authenticate(second)).isPresent();
        assertThat(initial.stillValid()).isPresent();
    }

    private ApiKey onlyKey() {
        return keys.list("default").getFirst();
    }

    private ApiKeys keys() {
        return new ApiKeys(database.apiKeys(), database.tenants(), clock, RECHECK);
    }
}
