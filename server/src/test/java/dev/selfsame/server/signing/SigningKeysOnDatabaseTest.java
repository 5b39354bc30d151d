package dev.selfsame.server.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;

import dev.selfsame.server.store.jdbc.Database;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.testing.DatabaseKind;
import dev.selfsame.server.testing.Databases;
import dev.selfsame.server.testing.DatabasesExtension;
import dev.selfsame.server.testing.ManualClock;
import dev.selfsame.server.vault.BrokenSealException;
import dev.selfsame.server.vault.MasterKeyRotation;
import dev.selfsame.server.vault.MasterKeySource;
import dev.selfsame.server.vault.ServerKey;
import dev.selfsame.server.vault.UnusableMasterKeyException;
import dev.selfsame.server.vault.Vault;
import dev.selfsame.server.vault.VaultOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Keys of servers that share a database; each {@code server()} is one more of them. */
@ParameterizedClass
@EnumSource(DatabaseKind.class)
@ExtendWith(DatabasesExtension.class)
final class SigningKeysOnDatabaseTest {

    private static final byte[] ANSWER = "{\"score\":1}".getBytes(StandardCharsets.UTF_8);
    private static final SigningOptions RSA = new SigningOptions(SigningAlgorithm.RS256, 2048);
    private static final SigningOptions EC = new SigningOptions(SigningAlgorithm.ES256, 2048);

    @TempDir private Path folder;

    private final ManualClock clock = new ManualClock();
    private final Databases databases;
    private final DatabaseOptions options;
    private Database database;

    SigningKeysOnDatabaseTest(DatabaseKind kind, Databases databases) {
        this.databases = databases;
        options = databases.fresh(kind);
    }

    @BeforeEach
    void open() {
        database = Database.open(options, folder.resolve("selfsame"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void serversOnOneDatabaseSignAndVerifyWithTheSameKey() throws Exception {
        SigningKeys first = server(EC);
        SigningKeys second = server(EC);

        assertThat(valid(second, new ResponseSigner(first).sign(ANSWER)))
                .isEqualTo(valid(first, new ResponseSigner(second).sign(ANSWER)));
        assertThat(second.jwks()).isEqualTo(first.jwks());
        assertThat(second.certificatePem()).isEqualTo(first.certificatePem());
        assertThat(JWKSet.parse(first.jwks()).getKeys()).noneMatch(JWK::isPrivate);
    }

    @Test
    void manyServersThatStartAtOnceAgreeOnOneKey() throws Exception {
        vault();
        List<Callable<String>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            work.add(() -> server(EC).jwks());
        }
        List<String> sets = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(work)) {
                sets.add(one.get());
            }
        }

        assertThat(sets).containsOnly(sets.getFirst());
        assertThat(database.signingKeys().list()).hasSize(1);
    }

    @Test
    void whatIsSignedOnceIsSignedAgainByANewKeyAlone() {
        SigningKeys running = server(EC);
        ResponseSigner signer = new ResponseSigner(running);
        byte[] other = "{\"score\":2}".getBytes(StandardCharsets.UTF_8);

        String first = signer.signOnce(ANSWER);

        // why this can fail: two signatures of an elliptic key over the same bytes differ
        assertThat(signer.sign(ANSWER)).isNotEqualTo(signer.sign(ANSWER));
        assertThat(signer.signOnce(ANSWER.clone())).isEqualTo(first);
        String oldKid = valid(running, first);
        assertThat(SignatureCheck.of(running).check(signer.signOnce(other)))
                .isInstanceOfSatisfying(
                        SignatureOutcome.Valid.class,
                        it -> assertThat(it.payload()).isEqualTo(other));

        assertThat(rotation().rotate(EC)).isPresent();
        clock.pass(Duration.ofSeconds(1));

        assertThat(valid(running, signer.signOnce(ANSWER))).isNotEqualTo(oldKid);
        assertThat(valid(running, first)).isEqualTo(oldKid);
    }

    @Test
    void aRunningServerTakesARotationOverAndStillVerifiesWhatWasSigned() throws Exception {
        SigningKeys running = server(EC);
        ResponseSigner signer = new ResponseSigner(running);
        String before = signer.sign(ANSWER);
        String oldKid = valid(running, before);

        String newKid = rotation().rotate(EC).orElseThrow();

        // published at once, used a second later at most
        assertThat(kids(running)).containsExactly(newKid, oldKid);
        clock.pass(Duration.ofSeconds(1));
        assertThat(valid(running, signer.sign(ANSWER))).isEqualTo(newKid);
        assertThat(valid(running, before)).isEqualTo(oldKid);
        assertThat(running.certificatePem(oldKid)).isPresent();
        assertThat(running.certificatePem(newKid)).contains(running.certificatePem());
        assertThat(running.certificatePem("nobody")).isEmpty();
    }

    @Test
    void aKeyThatWasReplacedCanSignNoMore() {
        server(RSA);
        server(EC);
        assertThat(rotation().rotate(EC)).isPresent();

        assertThat(database.signingKeys().list())
                .extracting(key -> key.algorithm() + " " + (key.sealed() != null))
                .containsExactlyInAnyOrder("RS256 true", "ES256 false", "ES256 true");
    }

    @Test
    void aRetiredKeyVerifiesNothingAndTheCurrentOneCannotBeRetired() throws Exception {
        SigningKeys running = server(EC);
        String before = new ResponseSigner(running).sign(ANSWER);
        String oldKid = valid(running, before);
        assertThat(rotation().retire(oldKid)).isFalse();
        String newKid = rotation().rotate(EC).orElseThrow();

        assertThat(rotation().retire(oldKid)).isTrue();
        assertThat(rotation().retire(oldKid)).isFalse();
        assertThat(rotation().retire("' or 1=1 --")).isFalse();

        assertThat(kids(running)).containsExactly(newKid);
        assertThat(SignatureCheck.of(running).check(before))
                .isInstanceOfSatisfying(
                        SignatureOutcome.Refused.class,
                        refused ->
                                assertThat(refused.reason())
                                        .isEqualTo(SignatureOutcome.Reason.UNKNOWN_KEY));
        assertThat(running.certificatePem(oldKid)).isEmpty();
    }

    @Test
    void anotherAlgorithmInTheSettingsMakesAKeyOfItTheCurrentOne() throws Exception {
        String rsa = valid(server(RSA), new ResponseSigner(server(RSA)).sign(ANSWER));
        SigningKeys elliptic = server(EC);
        String second = valid(elliptic, new ResponseSigner(elliptic).sign(ANSWER));
        SigningKeys back = server(RSA);

        assertThat(second).isNotEqualTo(rsa);
        assertThat(valid(back, new ResponseSigner(back).sign(ANSWER))).isEqualTo(rsa);
        assertThat(kids(back)).containsExactly(rsa, second);
    }

    @Test
    void ofTwoRotationsAtOnceOneIsDone() {
        server(EC);
        List<StoredSigningKey> before = database.signingKeys().list();
        StoredSigningKey late = before.getFirst();

        assertThat(rotation().rotate(EC)).isPresent();
        StoredSigningKey sameTurn =
                new StoredSigningKey(
                        "x".repeat(43),
                        late.algorithm(),
                        late.certificate(),
                        null,
                        late.turn() + 1,
                        clock.instant(),
                        null);

        assertThat(database.signingKeys().rotate(sameTurn)).isFalse();
        assertThat(database.signingKeys().add(sameTurn)).isFalse();
        assertThat(database.signingKeys().promote(late.kid(), late.turn() + 1)).isFalse();
        assertThat(database.signingKeys().list())
                .hasSize(2)
                .filteredOn(key -> key.sealed() != null)
                .hasSize(1);
    }

    @Test
    void theKeyOfAFormerVersionsFileSignsOnAndThatOfASecondServerVerifies() throws Exception {
        SigningKeyMaker maker = new SigningKeyMaker(clock);
        SigningKey first = maker.make(RSA);
        SigningKey second = maker.make(RSA);
        rotation().takeOver(first);
        SigningKeys running = server(RSA);
        rotation().takeOver(second);
        rotation().takeOver(second);

        assertThat(valid(running, new ResponseSigner(running).sign(ANSWER))).isEqualTo(first.kid());
        assertThat(kids(running)).containsExactly(first.kid(), second.kid());
        assertThat(database.signingKeys().list())
                .filteredOn(key -> key.sealed() != null)
                .extracting(StoredSigningKey::kid)
                .containsExactly(first.kid());

        // a file that stays must not bring a key back that somebody has ended
        rotation().retire(second.kid());
        rotation().takeOver(second);
        assertThat(kids(running)).containsExactly(first.kid());
    }

    @Test
    void noPrivateKeyIsReadableInTheDatabase() {
        SigningKey key = new SigningKeyMaker(clock).make(EC);
        rotation().takeOver(key);
        byte[] der = key.privateKey().getEncoded();
        String secret = HexFormat.of().formatHex(der, der.length - 32, der.length);

        assertThat(databases.dump(options, folder.resolve("selfsame")))
                .contains(key.kid())
                .doesNotContain(secret);
    }

    @Test
    void aPrivateKeyOpensUnderItsOwnNameOnly() {
        server(EC);
        ServerKey sealed = database.serverKeys().sealedByOthersThan("nobody").getFirst();
        Vault vault = vault();

        assertThat(vault.openKey(sealed)).isNotEmpty();
        ServerKey moved = new ServerKey("other", sealed.masterId(), sealed.box());
        assertThatThrownBy(() -> vault.openKey(moved)).isInstanceOf(BrokenSealException.class);
    }

    @Test
    void aNewMasterKeySealsSigningKeysTooAndTheOldOneCanGo() throws Exception {
        SigningKeys running = server(EC);
        String before = new ResponseSigner(running).sign(ANSWER);
        MasterKeyRotation masters = masters();
        masters.addKey();
        assertThat(masters.retire()).isEmpty();

        assertThat(masters.rewrapAll()).isOne();

        assertThat(database.serverKeys().countByMaster())
                .containsOnlyKeys(masters.ids().getFirst());
        assertThat(masters.retire()).hasSize(1);
        assertThat(valid(server(EC), before)).isEqualTo(valid(running, before));
        assertThat(masters.rewrapAll()).isZero();
    }

    @Test
    void aLostMasterKeyIsNotReplacedWhileSigningKeysNeedIt() throws IOException {
        server(EC);
        Files.delete(folder.resolve("master-key"));

        assertThatThrownBy(this::vault).isInstanceOf(UnusableMasterKeyException.class);
        assertThat(folder.resolve("master-key")).doesNotExist();
    }

    @Test
    void aServerThatCannotOpenTheNewKeyGoesOnWithTheOldOne() throws Exception {
        SigningKeys running = server(EC);
        ResponseSigner signer = new ResponseSigner(running);
        String oldKid = valid(running, signer.sign(ANSWER));
        assertThat(rotation().rotate(EC)).isPresent();
        Files.move(folder.resolve("master-key"), folder.resolve("elsewhere"));
        clock.pass(Duration.ofSeconds(2));

        assertThat(valid(running, signer.sign(ANSWER))).isEqualTo(oldKid);
    }

    private static String valid(SigningKeys keys, String jws) {
        SignatureOutcome outcome = SignatureCheck.of(keys).check(jws);
        assertThat(outcome).isInstanceOf(SignatureOutcome.Valid.class);
        SignatureOutcome.Valid valid = (SignatureOutcome.Valid) outcome;
        assertThat(valid.payload()).isEqualTo(ANSWER);
        return valid.kid();
    }

    private static List<String> kids(SigningKeys keys) throws Exception {
        return JWKSet.parse(keys.jwks()).getKeys().stream().map(JWK::getKeyID).toList();
    }

    private SigningKeys server(SigningOptions signing) {
        rotation().ensureCurrent(signing);
        return new SigningKeys(database.signingKeys(), vault(), clock);
    }

    private SigningKeyRotation rotation() {
        return new SigningKeyRotation(database.signingKeys(), vault(), clock);
    }

    private MasterKeyRotation masters() {
        return new MasterKeyRotation(
                vault(), database.tenantKeys(), database.serverKeys(), source());
    }

    private Vault vault() {
        Vault vault = new Vault(database.tenantKeys(), source(), clock);
        vault.prepare();
        return vault;
    }

    private MasterKeySource source() {
        return MasterKeySource.of(new VaultOptions(null, null), folder.resolve("master-key"));
    }
}
