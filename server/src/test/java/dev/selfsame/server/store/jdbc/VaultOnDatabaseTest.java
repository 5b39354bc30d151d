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
import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.MasterKeyRotation;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.Sealed;
import dev.selfsame.server.vault.UnusableMasterKeyException;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class VaultOnDatabaseTest {

    private static final byte[] SECRET = "a template".getBytes(StandardCharsets.UTF_8);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final DatabaseOptions options;
    private Database database;

    VaultOnDatabaseTest(DatabaseKind kind, Databases databases) {
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
        database.tenants().addIfAbsent(new Tenant("acme", clock.instant()));
        database.tenants().addIfAbsent(new Tenant("other", clock.instant()));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsSealedOpensAgainEvenByAnotherProcess() {
        Sealed sealed = vault().seal("acme", "place", SECRET);

        assertThat(vault().open("acme", "place", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed.box(), StandardCharsets.ISO_8859_1))
                .doesNotContain("template");
    }

    @Test
    void sealingTwiceGivesDifferentBoxes() {
        Vault vault = vault();

        assertThat(vault.seal("acme", "place", SECRET).box())
                .isNotEqualTo(vault.seal("acme", "place", SECRET).box());
    }

    @Test
    void aBoxThatWasMovedDoesNotOpen() {
        Vault vault = vault();
        Sealed sealed = vault.seal("acme", "place", SECRET);
        vault.seal("other", "place", SECRET);

        assertThatThrownBy(() -> vault.open("acme", "another place", sealed))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> vault.open("other", "place", sealed))
                .isInstanceOf(BrokenSealException.class);
        assertThatThrownBy(() -> vault().open("other", "place", sealed))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void everyBitOfABoxCounts() {
        Vault vault = vault();
        Sealed sealed = vault.seal("acme", "place", SECRET);
        for (int i = 0; i < sealed.box().length; i++) {
            byte[] altered = sealed.box().clone();
            altered[i] ^= 1;
            Sealed broken = new Sealed(sealed.keyId(), altered);
            assertThatThrownBy(() -> vault.open("acme", "place", broken))
                    .isInstanceOf(BrokenSealException.class);
        }
        for (int length = 0; length < sealed.box().length; length++) {
            Sealed cut = new Sealed(sealed.keyId(), Arrays.copyOf(sealed.box(), length));
            assertThatThrownBy(() -> vault.open("acme", "place", cut))
                    .isInstanceOf(BrokenSealException.class);
        }
    }

    @Test
    void anUnknownKeyIsABrokenSeal() {
        Sealed stray = new Sealed(UUID.randomUUID(), new byte[60]);
        Vault vault = vault();

        assertThatThrownBy(() -> vault.open("acme", "place", stray))
                .isInstanceOf(BrokenSealException.class);
    }

    @Test
    void pseudonymsAreSteadyAndDifferByTenant() {
        byte[] first = vault().pseudonym("acme", "1234");

        assertThat(vault().pseudonym("acme", "1234")).isEqualTo(first).hasSize(32);
        assertThat(vault().pseudonym("acme", "1235")).isNotEqualTo(first);
        assertThat(vault().pseudonym("other", "1234")).isNotEqualTo(first);
    }

    @Test
    void aTenantThatIsDeletedMeanwhileHasNoValidKeyAnyMore() {
        Vault vault = vault();
        vault.pseudonym("acme", "1234");
        database.tenants().delete("acme", clock.instant());

        assertThatThrownBy(() -> vault.pseudonym("acme", "1234"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.kind()).isEqualTo(ProblemKind.UNAUTHENTICATED));
        assertThatThrownBy(() -> vault.seal("acme", "place", SECRET)).isInstanceOf(Problem.class);
    }

    @Test
    void manyProcessesThatSealFirstAgreeOnOneKey() throws Exception {
        vault();
        List<Callable<UUID>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> vault().seal("acme", "place", SECRET).keyId());
        }
        List<UUID> keys = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(work)) {
                keys.add(one.get());
            }
        }

        assertThat(keys).containsOnly(keys.get(0));
    }

    @Test
    void aNewMasterKeyTakesOverWhileAServerRuns() throws IOException {
        Vault running = vault();
        Sealed before = running.seal("acme", "place", SECRET);
        byte[] pseudonym = running.pseudonym("acme", "1234");
        MasterKeyRotation rotation = rotation();
        String oldKey = keyLines().get(0);

        rotation.addKey();
        int rewrapped = rotation.rewrapAll();
        List<String> retired = rotation.retire();

        assertThat(rewrapped).isEqualTo(2);
        assertThat(retired).hasSize(1);
        assertThat(keyLines()).hasSize(1).doesNotContain(oldKey);
        assertThat(running.open("acme", "place", before)).isEqualTo(SECRET);
        assertThat(running.seal("other", "place", SECRET)).isNotNull();
        assertThat(vault().open("acme", "place", before)).isEqualTo(SECRET);
        assertThat(vault().pseudonym("acme", "1234")).isEqualTo(pseudonym);
        assertThat(rotation.rewrapAll()).isZero();
    }

    @Test
    void anOldMasterKeyStaysWhileItIsNeeded() throws IOException {
        vault().seal("acme", "place", SECRET);
        MasterKeyRotation rotation = rotation();

        rotation.addKey();

        assertThat(rotation.retire()).isEmpty();
        assertThat(keyLines()).hasSize(2);
    }

    @Test
    void masterKeysAreReplacedByOneProcessAtATime() throws IOException {
        vault().seal("acme", "place", SECRET);
        MasterKeyRotation rotation = rotation();
        rotation.addKey();
        rotation.rewrapAll();
        List<String> before = keyLines();

        try (FileChannel other =
                        FileChannel.open(
                                folder.resolve("master-key.lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock _ = other.lock()) {
            for (ThrowingCallable step :
                    List.<ThrowingCallable>of(
                            rotation::addKey, rotation::rewrapAll, rotation::retire)) {
                assertThatThrownBy(step)
                        .isInstanceOf(UnusableMasterKeyException.class)
                        .hasMessageContaining("being replaced right now");
            }
        }

        assertThat(keyLines()).isEqualTo(before);
        assertThat(rotation.retire()).hasSize(1);
    }

    @Test
    void aLostMasterKeyIsNotReplacedByANewOne() throws IOException {
        vault().seal("acme", "place", SECRET);
        Files.delete(file());

        assertThatThrownBy(this::vault)
                .isInstanceOf(UnusableMasterKeyException.class)
                .hasMessageContaining("restore it from its backup");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aForeignMasterKeyStopsTheStart() {
        vault().seal("acme", "place", SECRET);
        String foreign = Base64.getEncoder().encodeToString(new byte[32]);
        MasterKeySource source = MasterKeySource.of(new VaultOptions(foreign, null), file());

        assertThatThrownBy(() -> new Vault(database.tenantKeys(), source, clock).prepare())
                .isInstanceOf(UnusableMasterKeyException.class)
                .hasMessageContaining("is not in selfsame.vault.master-key")
                .hasMessageNotContaining(foreign);
    }

    @Test
    void aSettingThatIsNoKeyIsRefusedWithoutRepeatingIt() {
        for (String wrong : List.of("hunter2hunter2", "!!!", "AAAA", ",", "A".repeat(10_000))) {
            assertThatThrownBy(() -> MasterKeySource.of(new VaultOptions(wrong, null), file()))
                    .isInstanceOf(UnusableMasterKeyException.class)
                    .hasMessageStartingWith("selfsame.vault.master-key: ")
                    .hasMessageNotContaining(wrong.length() > 1 ? wrong : "?");
        }
    }

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        vault();

        assertThat(Files.getPosixFilePermissions(file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> keyLines() throws IOException {
        return Files.readAllLines(file()).stream().filter(line -> !line.startsWith("#")).toList();
    }

    private Path file() {
        return folder.resolve("master-key");
    }

    private MasterKeySource source() {
        return MasterKeySource.of(new VaultOptions(null, null), file());
    }

    private MasterKeyRotation rotation() {
        return new MasterKeyRotation(
                vault(), database.tenantKeys(), database.serverKeys(), source());
    }

    private Vault vault() {
        Vault vault = new Vault(database.tenantKeys(), source(), clock);
        vault.prepare();
        return vault;
    }
}
