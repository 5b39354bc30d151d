package dev.selfsame.server.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;

final class SigningKeyFileTest {

    private static final SigningOptions RSA = new SigningOptions(SigningAlgorithm.RS256, 2048);

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void theSecondStartFindsTheKeyOfTheFirst(SigningAlgorithm algorithm) {
        SigningOptions options = new SigningOptions(algorithm, 2048);
        SigningKey made = file().loadOrCreate(options);
        SigningKey loaded = file().loadOrCreate(options);

        assertThat(loaded.privateKey()).isEqualTo(made.privateKey());
        assertThat(loaded.certificate()).isEqualTo(made.certificate());
    }

    @Test
    void theKeyIsAsLongAsAskedFor() {
        SigningKey key = file().loadOrCreate(new SigningOptions(SigningAlgorithm.RS256, 3072));

        RSAPublicKey publicKey = (RSAPublicKey) key.certificate().getPublicKey();
        assertThat(publicKey.getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void theCertificateIsSelfSignedAndForSigningAlone() throws Exception {
        SigningKey key = file().loadOrCreate(RSA);

        key.certificate().verify(key.certificate().getPublicKey());
        key.certificate().checkValidity();
        assertThat(key.certificate().getKeyUsage()).startsWith(true, false, false);
        assertThat(key.certificate().getBasicConstraints()).isEqualTo(-1);
    }

    @Test
    void onlyItsOwnerReadsTheFile() throws IOException {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system knows no owners");
        file().loadOrCreate(RSA);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pem())))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            })
    void aDamagedFileStopsTheStartAndStays(String content) throws IOException {
        Files.writeString(pem(), content);

        assertThatThrownBy(() -> file().loadOrCreate(RSA))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining(pem().toString())
                .hasMessageContaining("put back a good copy");
        assertThat(Files.readString(pem())).isEqualTo(content);
    }

    @Test
    void aKeyWithTheCertificateOfAnotherIsRefused() throws IOException {
        file().loadOrCreate(RSA);
        String first = Files.readString(pem(), StandardCharsets.US_ASCII);
        Files.delete(pem());
        file().loadOrCreate(RSA);
        String second = Files.readString(pem(), StandardCharsets.US_ASCII);
        int cut = first.indexOf("-----BEGIN CERTIFICATE");
        Files.writeString(
                pem(),
                first.substring(0, cut)
                        + second.substring(second.indexOf("-----BEGIN CERTIFICATE")));

        assertThatThrownBy(() -> file().loadOrCreate(RSA))
                .isInstanceOf(UnusableSigningKeyException.class)
                .hasMessageContaining("do not belong together");
    }

    private SigningKeyFile file() {
        return new SigningKeyFile(folder, new SigningKeyMaker(Clock.systemUTC()));
    }

    private Path pem() {
        return folder.resolve("signing-rs256.pem");
    }
}
