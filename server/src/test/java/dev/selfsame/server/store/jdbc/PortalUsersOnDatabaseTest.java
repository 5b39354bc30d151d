package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.portal.NewPassword;
import dev.selfsame.server.portal.OneTimeCodes;
import dev.selfsame.server.portal.Passwords;
import dev.selfsame.server.portal.PortalRole;
import dev.selfsame.server.portal.PortalUser;
import dev.selfsame.server.portal.PortalUserStore;
import dev.selfsame.server.portal.PortalUserStore.Removal;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.portal.SignIn;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.Together;
import dev.selfsame.server.vault.MasterKeyRotation;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Users of the portal and their sign-in, on both databases. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class PortalUsersOnDatabaseTest {

    private static final String ADDRESS = "192.0.2.1";

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseOptions options;
    private final Databases databases;
    private final Passwords passwords = new Passwords();
    private Database database;
    private PortalUserStore store;
    private PortalUsers users;
    private SignIn signIn;

    PortalUsersOnDatabaseTest(DatabaseKind kind, Databases databases) {
        this.databases = databases;
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        store = database.portalUsers();
        users = new PortalUsers(store, passwords, clock);
        signIn = newSignIn();
        new Tenants(database.tenants(), clock).create("acme", null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SignIn newSignIn() {
        return new SignIn(
                store,
                passwords,
                new OneTimeCodes(store, vault(), clock),
                new AuditTrail(database.audit(), clock),
                clock);
    }

    @Test
    void theFirstUserIsMadeOnce() {
        NewPassword first = users.createFirst().orElseThrow();

        assertThat(users.createFirst()).isEmpty();
        assertThat(first.name()).isEqualTo("admin");
        assertThat(first.toString()).doesNotContain(first.text());
        assertThat(attempt(first.name(), first.text())).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(databases.dump(options, folder.resolve("selfsame")))
                .contains("admin", "$argon2id$")
                .doesNotContain(first.text());
    }

    @Test
    void usersAreKeptAsTheyWereMade() {
        NewPassword bob = users.create("bob@acme.example", PortalRole.TENANT, "acme");
        users.create("ann", PortalRole.ADMINISTRATOR, null);

        assertThat(users.list())
                .extracting(PortalUser::name)
                .containsExactly("ann", "bob@acme.example");
        PortalUser found = users.find(bob.name()).orElseThrow();
        assertThat(found.tenantId()).isEqualTo("acme");
        assertThat(found.created()).isEqualTo(clock.instant());
        assertThat(found.totp()).isFalse();
        assertThat(users.find("' or '1'='1")).isEmpty();
        assertIsProblem(
                ProblemKind.CONFLICT, () -> users.create("ann", PortalRole.ADMINISTRATOR, null));
        assertIsProblem(
                ProblemKind.NOT_FOUND, () -> users.create("eve", PortalRole.TENANT, "nowhere"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> users.create("eve", PortalRole.TENANT, null));
    }

    @Test
    void usersGoWithTheirTenant() {
        users.create("bob", PortalRole.TENANT, "acme");

        database.tenants().delete("acme", clock.instant());

        assertThat(users.find("bob")).isEmpty();
    }

    @Test
    void anAdministratorAlwaysStays() {
        users.create("ann", PortalRole.ADMINISTRATOR, null);
        users.create("bob", PortalRole.TENANT, "acme");

        assertThat(users.delete("ann")).isEqualTo(Removal.LAST_ADMINISTRATOR);
        assertThat(users.delete("bob")).isEqualTo(Removal.DELETED);
        assertThat(users.delete("bob")).isEqualTo(Removal.NO_USER);

        users.create("eve", PortalRole.ADMINISTRATOR, null);
        List<Removal> removals =
                Together.all(List.of(() -> users.delete("ann"), () -> users.delete("eve")));

        assertThat(removals).containsExactlyInAnyOrder(Removal.DELETED, Removal.LAST_ADMINISTRATOR);
        assertThat(users.list()).hasSize(1);
    }

    @Test
    void aResetGivesAnotherPasswordAndEndsTheRest() {
        NewPassword before = users.create("ann", PortalRole.ADMINISTRATOR, null);
        PortalUser ann = users.find("ann").orElseThrow();
        assertThat(store.addTotp("ann", sealed("ann"), 7)).isTrue();
        assertThat(users.find("ann").orElseThrow().totp()).isTrue();

        NewPassword after = users.reset("ann").orElseThrow();

        PortalUser changed = users.find("ann").orElseThrow();
        assertThat(changed.stamp()).isNotEqualTo(ann.stamp());
        assertThat(changed.totp()).isFalse();
        assertThat(attempt("ann", before.text())).isInstanceOf(SignIn.Outcome.Wrong.class);
        assertThat(attempt("ann", after.text())).isInstanceOf(SignIn.Outcome.SignedIn.class);
        assertThat(users.reset("nobody")).isEmpty();
    }

    @Test
    void aCodeIsTakenOnceAndNoneOfBeforeIt() {
        users.create("ann", PortalRole.ADMINISTRATOR, null);
        store.addTotp("ann", sealed("ann"), 7);

        assertThat(store.addTotp("ann", sealed("ann"), 7)).isFalse();
        assertThat(store.addTotp("nobody", sealed("nobody"), 7)).isFalse();
        assertThat(store.useStep("ann", 7)).isFalse();
        assertThat(
                        Together.all(
                                List.of(
                                        () -> store.useStep("ann", 9),
                                        () -> store.useStep("ann", 9))))
                .containsExactlyInAnyOrder(true, false);
        assertThat(store.useStep("ann", 8)).isFalse();
        assertThat(store.dropTotp("ann")).isTrue();
        assertThat(store.dropTotp("ann")).isFalse();
    }

    @Test
    void secretsOfCodesOutliveAMasterKey() {
        users.create("ann", PortalRole.ADMINISTRATOR, null);
        store.addTotp("ann", sealed("ann"), 7);
        MasterKeyRotation rotation =
                new MasterKeyRotation(
                        vault(), database.tenantKeys(), database.serverKeys(), masters());
        String old = rotation.ids().getFirst();

        rotation.addKey();
        assertThat(rotation.retire()).isEmpty();
        assertThat(rotation.rewrapAll()).isOne();
        assertThat(rotation.retire()).containsExactly(old);

        assertThat(vault().openKey(store.totp("ann").orElseThrow()))
                .isEqualTo("a secret".getBytes(StandardCharsets.UTF_8));
    }

    private SignIn.Outcome attempt(String name, String password) {
        return signIn.signIn(name, password, null, ADDRESS);
    }

    private ServerKey sealed(String user) {
        return vault().sealKey(
                        OneTimeCodes.PLACE + user, "a secret".getBytes(StandardCharsets.UTF_8));
    }

    private Vault vault() {
        Vault vault = new Vault(database.tenantKeys(), masters(), clock);
        vault.prepare();
        return vault;
    }

    private MasterKeySource masters() {
        return MasterKeySource.of(new VaultOptions(null, null), folder.resolve("master-key"));
    }

    private static void assertIsProblem(ProblemKind kind, Runnable work) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(work::run)
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
