package dev.selfsame.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.server.testing.Authority;
import dev.selfsame.server.testing.Authority.Issued;
import dev.selfsame.server.tls.ClientCertificates;
import dev.selfsame.server.tls.TlsOptions;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Each thing that can be wrong with the files of TLS, made wrong. */
final class TlsExamTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;

    private Authority authority;
    private Issued good;

    @BeforeEach
    void makeGoodFiles() throws Exception {
        authority = new Authority("authority");
        good = authority.issue(NOW.minus(DAY), NOW.plus(DAY.multipliedBy(60)));
        write(good);
        write("clients.pem", authority.pem());
    }

    @Test
    void withoutTlsThereIsNothingToSay() {
        TlsOptions none =
                new TlsOptions(
                        null,
                        null,
                        ClientCertificates.NONE,
                        null,
                        Duration.ofSeconds(10),
                        Duration.ZERO,
                        null);

        assertThat(new TlsExam(none, CLOCK).examine()).isEmpty();
    }

    @Test
    void filesThatAreGood() {
        assertThat(said(null))
                .containsExactly(
                        "OK the certificate for localhost, 127.0.0.1 in "
                                + folder.resolve("certificate.pem")
                                + " is valid until 2027-01-21T12:00:00Z, and its key fits");
        assertThat(said("clients.pem"))
                .hasSize(2)
                .contains("OK authorities whose certificates of clients are believed: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "-2, 0, FAILED, ended on 2026-11-22T12:00:00Z",
        "-2, -1, FAILED, ended on 2026-11-21T12:00:00Z",
        "1, 60, FAILED, 'is valid from 2026-11-23T12:00:00Z on, and not yet'",
        "0, 60, OK, is valid until 2027-01-21T12:00:00Z",
        "-2, 29, WARNING, 'ends on 2026-12-21T12:00:00Z, days left: 29'",
        "-2, 30, OK, is valid until 2026-12-22T12:00:00Z"
    })
    void aCertificateBeforeAndAfterItsTime(int from, int to, String verdict, String found)
            throws Exception {
        write(authority.issue(NOW.plus(DAY.multipliedBy(from)), NOW.plus(DAY.multipliedBy(to))));

        assertThat(said(null))
                .singleElement()
                .asString()
                .startsWith(verdict + " the certificate for localhost, 127.0.0.1 in ")
                .contains(found);
    }

    @Test
    void oneThatComesAlongAndHasEnded() throws Exception {
        Authority old = new Authority("old", NOW.minus(DAY.multipliedBy(9)), NOW.minus(DAY));
        Issued issued = old.issue(NOW.minus(DAY), NOW.plus(DAY.multipliedBy(60)));
        write(issued);
        write("certificate.pem", issued.certificatePem() + old.pem());

        assertThat(said(null))
                .hasSize(2)
                .anyMatch(it -> it.startsWith("OK the certificate for "))
                .anyMatch(it -> it.startsWith("WARNING the certificate of CN=old, which comes"));
    }

    @Test
    void certificatesThatAreNoChain() throws Exception {
        Issued stranger = new Authority("other").issue();
        write("certificate.pem", good.certificatePem() + stranger.certificatePem());

        assertThat(said(null))
                .singleElement()
                .asString()
                .startsWith("FAILED selfsame.tls.certificate: the certificates are no chain");
        assertThat(advised(null)).contains("put them into that order, and leave out");
    }

    @ParameterizedTest
    @CsvSource({"certificate.pem, certificate", "key.pem, private-key"})
    void aFileThatIsNotThere(String file, String setting) throws IOException {
        Files.delete(folder.resolve(file));

        assertThat(said(null))
                .containsExactly(
                        "FAILED selfsame.tls.%s: %s cannot be read"
                                .formatted(setting, folder.resolve(file)));
        assertThat(advised(null)).contains("correct the path");
    }

    @Test
    void aFolderInThePlaceOfAFile() throws IOException {
        Files.delete(folder.resolve("key.pem"));
        Files.createDirectory(folder.resolve("key.pem"));

        assertThat(said(null)).singleElement().asString().endsWith("key.pem cannot be read");
    }

    @Test
    void aKeyOfAnotherCertificate() throws Exception {
        write("key.pem", authority.issue().keyPem());

        assertThat(said(null))
                .singleElement()
                .asString()
                .startsWith("FAILED selfsame.tls.private-key: it is not the key of the first");
        assertThat(advised(null)).contains("the key that the certificate was asked for with");
    }

    @ParameterizedTest
    @CsvSource({
        "certificate.pem, 'hush', FAILED selfsame.tls.certificate: no certificate in PEM",
        "certificate.pem, '', FAILED selfsame.tls.certificate: no certificate in PEM",
        "key.pem, 'hush', FAILED selfsame.tls.private-key: no private key in PEM",
        "clients.pem, 'hush', FAILED selfsame.tls.client-authorities: no certificate in PEM"
    })
    void whatIsNoPemIsNotQuoted(String file, String text, String found) throws Exception {
        for (String label : List.of("CERTIFICATE", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY")) {
            write(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, text, label));

            assertThat(said("clients.pem"))
                    .anyMatch(it -> it.startsWith(found))
                    .noneMatch(it -> it.contains("hush"));
            assertThat(advised("clients.pem")).doesNotContain("hush");
        }
    }

    @Test
    void certificateAndKeyInEachOthersPlace() throws Exception {
        write("certificate.pem", good.keyPem());
        write("key.pem", good.certificatePem());
        String secret = good.keyPem().lines().skip(1).findFirst().orElseThrow();

        assertThat(said(null))
                .singleElement()
                .asString()
                .startsWith("FAILED selfsame.tls.certificate: no certificate in PEM")
                .doesNotContain(secret);
    }

    @Test
    void authoritiesAreLookedAtEvenIfTheCertificateIsBad() throws Exception {
        Files.delete(folder.resolve("certificate.pem"));
        Files.delete(folder.resolve("clients.pem"));

        assertThat(said("clients.pem"))
                .hasSize(2)
                .anyMatch(it -> it.contains("certificate.pem cannot be read"))
                .anyMatch(it -> it.contains("clients.pem cannot be read"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aKeyThatEverybodyCanRead() throws IOException {
        Path key = folder.resolve("key.pem");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(said(null)).hasSize(1);

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(said(null))
                .contains(
                        "WARNING the key in " + key + " can be read by every user of this machine");
    }

    private void write(Issued issued) throws Exception {
        write("certificate.pem", issued.certificatePem());
        write("key.pem", issued.keyPem());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private List<String> said(@Nullable String clients) {
        return findings(clients).stream().map(it -> it.verdict() + " " + it.found()).toList();
    }

    private String advised(@Nullable String clients) {
        return String.join("\n", findings(clients).stream().map(Finding::advice).toList());
    }

    private List<Finding> findings(@Nullable String clients) {
        return new TlsExam(
                        new TlsOptions(
                                folder.resolve("certificate.pem"),
                                folder.resolve("key.pem"),
                                clients == null ? ClientCertificates.NONE : ClientCertificates.NEED,
                                clients == null ? null : folder.resolve(clients),
                                Duration.ofSeconds(10),
                                Duration.ZERO,
                                null),
                        CLOCK)
                .examine();
    }
}
