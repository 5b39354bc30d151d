package dev.selfsame.server.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.testing.Together;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/** What stops whoever tries passwords. */
final class SignInTest {

    private static final String ADDRESS = "192.0.2.1";
    private static final int FAILURES_OF_AN_ADDRESS = 8;

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final Passwords passwords = new Passwords();
    private Database database;
    private PortalUsers users;
    private OneTimeCodes codes;
    private SignIn signIn;
    private NewPassword ann;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("selfsame"));
        PortalUserStore store = database.portalUsers();
        Vault vault =
                new Vault(
                        database.tenantKeys(),
                        MasterKeySource.of(
                                new VaultOptions(null, null), folder.resolve("master-key")),
                        clock);
        vault.prepare();
        users = new PortalUsers(store, passwords, clock);
        codes = new OneTimeCodes(store, vault, clock);
        signIn =
                new SignIn(
                        store,
                        passwords,
                        codes,
                        new AuditTrail(database.audit(), clock),
                        clock,
                        FAILURES_OF_AN_ADDRESS);
        ann = users.create("ann", PortalRole.ADMINISTRATOR, null);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void waitsEndWithTimeAndAreWrittenDown() {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt("wrong")).isInstanceOf(SignIn.Outcome.Wrong.class);
        }

        assertHasToWait(() -> attempt(ann.text()));
        assertThat(signIn.isLocked(users.find("ann").orElseThrow())).isTrue();
        clock.pass(Duration.ofSeconds(30));
        assertThat(attempt(ann.text())).isInstanceOf(SignIn.Outcome.SignedIn.class);

        assertThat(database.audit().list(new AuditQuery(null, null, 100)))
                .extracting(entry -> entry.actor() + " " + entry.action())
                .containsExactly("portal:ann portal.lock-out", "portal:ann portal.sign-in");
    }

    @Test
    void anAddressThatTriesManyNamesHasToWait() {
        for (int i = 0; i < FAILURES_OF_AN_ADDRESS; i++) {
            signIn.signIn("name" + i, "wrong", null, ADDRESS);
        }

        assertHasToWait(() -> attempt(ann.text()));
        assertThat(signIn.signIn("ann", ann.text(), null, "192.0.2.2"))
                .isInstanceOf(SignIn.Outcome.SignedIn.class);
    }

    @Test
    void aPasswordOfOnesOwnBuysNoFurtherAttempts() {
        for (int i = 0; i < FAILURES_OF_AN_ADDRESS - 1; i++) {
            signIn.signIn("name" + i, "wrong", null, ADDRESS);
            assertThat(attempt(ann.text())).isInstanceOf(SignIn.Outcome.SignedIn.class);
        }
        signIn.signIn("another", "wrong", null, ADDRESS);

        assertHasToWait(() -> attempt(ann.text()));
    }

    @Test
    void manyAttemptsAtOnceAreCountedEach() {
        Callable<Boolean> attempt =
                () -> {
                    try {
                        attempt("wrong");
                        return true;
                    } catch (Problem _) {
                        return false;
                    }
                };

        List<Boolean> compared = Together.all(Collections.nCopies(30, attempt));

        // why not exactly: those that find no memory for their hash compare nothing
        assertThat(compared.stream().filter(it -> it).count()).isBetween(1L, 5L);
    }

    @Test
    void aMissingCodeIsNoFailureAndAWrongOneIs() {
        TotpSecret secret = codes.draw("ann");
        long step = clock.instant().getEpochSecond() / 30;
        assertThat(codes.switchOn(secret, Totp.code(secret.bytes(), step))).isTrue();
        for (int i = 0; i < 6; i++) {
            assertThat(attempt(ann.text())).isEqualTo(new SignIn.Outcome.CodeNeeded(false));
        }
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.signIn("ann", ann.text(), "x", ADDRESS))
                    .isEqualTo(new SignIn.Outcome.CodeNeeded(true));
        }

        assertHasToWait(
                () ->
                        signIn.signIn(
                                "ann", ann.text(), Totp.code(secret.bytes(), step + 1), ADDRESS));
    }

    private SignIn.Outcome attempt(String password) {
        return signIn.signIn("ann", password, null, ADDRESS);
    }

    private static void assertHasToWait(Runnable attempt) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(attempt::run)
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(ProblemKind.BUSY);
                            assertThat(problem.retryAfter().orElseThrow())
                                    .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
                        });
    }
}
