package dev.selfsame.server.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.selfsame.server.testing.RunningServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

final class SigningKeyFileTest {

    private static final SigningOptions RSA = new SigningOptions(SigningAlgorithm.RS256, 2048);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void theKeyOfAFormerVersionIsRead(SigningAlgorithm algorithm) throws Exception {
        SigningKey made = maker().make(new SigningOptions(algorithm, 2048));
        write(algorithm, pem(made));

        SigningKey loaded = files().load(algorithm).orElseThrow();

        assertThat(loaded.privateKey()).isEqualTo(made.privateKey());
        assertThat(loaded.certificate()).isEqualTo(made.certificate());
        assertThat(loaded.kid()).isEqualTo(made.kid()).hasSize(43);
    }

    @Test
    void withoutAFileThereIsNoKeyAndNoneIsMade() {
        assertThat(files().load(SigningAlgorithm.RS256)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServerSignsOnWithIt() throws Exception {
        SigningKey made = maker().make(RSA);
        Path signing = Files.createDirectories(folder.resolve("signing"));
        Files.writeString(signing.resolve("signing-rs256.pem"), pem(made));
        Map<String, String> settings = Map.of("selfsame.signing.algorithm", "RS256");
        for (int i = 0; i < 2; i++) {
            try (RunningServer server = RunningServer.start(folder, settings)) {
                assertThat(server.get("/bioserver-app/v2/signing-certificate").body())
                        .isEqualTo(Pem.encode(made.certificate().getEncoded(), "CERTIFICATE"));
                assertThat(server.get("/.well-known/jwks.json").body())
                        .containsOnlyOnce("\"kid\":");
            }
        }
    }

    @Test
    void theKeyIsAsLongAsAskedFor() {
        SigningKey key = maker().make(new SigningOptions(SigningAlgorithm.RS256, 3072));

        RSAPublicKey publicKey = (RSAPublicKey) key.certificate().getPublicKey();
        assertThat(publicKey.getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void theCertificateIsSelfSignedAndForSigningAlone() throws Exception {
        SigningKey key = maker().make(RSA);

        key.certificate().verify(key.certificate().getPublicKey());
        key.certificate().checkValidity();
        assertThat(key.certificate().getKeyUsage()).startsWith(true, false, false);
        assertThat(key.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            })
    void aDamagedFileIsAnErrorAndStays(String content) throws IOException {
        write(SigningAlgorithm.RS256, content);

        assertThatThrownBy(() -> files().load(SigningAlgorithm.RS256))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("signing-rs256.pem")
                .hasMessageContaining("put back a good copy");
        assertThat(folder.resolve("signing-rs256.pem")).hasContent(content);
    }

    @Test
    void aFileThatNoKeyFillsIsNotReadAtAll() throws IOException {
        write(SigningAlgorithm.ES256, "x".repeat(100_000));

        assertThatThrownBy(() -> files().load(SigningAlgorithm.ES256))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("too long");
    }

    @Test
    void aKeyWithTheCertificateOfAnotherIsRefused() throws Exception {
        SigningKey first = maker().make(RSA);
        SigningKey second = maker().make(RSA);
        write(
                SigningAlgorithm.RS256,
                pem(new SigningKey(RSA.algorithm(), first.privateKey(), second.certificate())));

        assertThatThrownBy(() -> files().load(SigningAlgorithm.RS256))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("do not belong together");
    }

    private SigningKeyFile files() {
        return new SigningKeyFile(folder);
    }

    private static SigningKeyMaker maker() {
        return new SigningKeyMaker(Clock.systemUTC());
    }

    private void write(SigningAlgorithm algorithm, String content) throws IOException {
        String name = "signing-" + algorithm.name().toLowerCase(Locale.ROOT) + ".pem";
        Files.writeString(folder.resolve(name), content);
    }

    /** As former versions wrote it. */
    static String pem(SigningKey key) throws CertificateEncodingException {
        return Pem.encode(key.privateKey().getEncoded(), "PRIVATE KEY")
                + Pem.encode(key.certificate().getEncoded(), "CERTIFICATE");
    }
}
