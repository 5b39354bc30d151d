package dev.selfsame.server.tls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Files of certificates and keys. Each is called by the setting or option that names it. */
final class PemFile {

    private static final long MAX_BYTES = 1 << 20;

    private PemFile() {}

    /**
     * What a file holds.
     *
     * @throws UnusableCertificateException if it cannot be read
     */
    static String text(String name, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new UnusableCertificateException(
                        name + ": " + file + " is too large for a file of certificates",
                        "name the file that holds what is expected, in PEM");
            }
            // why Latin-1: PEM is ASCII, and what is not must not be an exception that quotes it
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            throw new UnusableCertificateException(
                    name + ": " + file + " cannot be read",
                    "correct the path, or let the user that Selfsame runs as read the file");
        }
    }

    /**
     * The certificates in a text, one at the least.
     *
     * @throws UnusableCertificateException if there is none
     */
    static List<X509Certificate> certificates(String name, String text) {
        return parsed(
                text,
                PemContent::getCertificates,
                new UnusableCertificateException(
                        name
                                + ": no certificate in PEM, or a damaged one (expected:"
                                + " -----BEGIN CERTIFICATE-----)",
                        "name the file of certificates in PEM; openssl x509 -inform der -in OLD"
                                + " -out NEW makes one of a binary one"));
    }

    /**
     * The private key in a text.
     *
     * @throws UnusableCertificateException if there is none, or it is encrypted
     */
    static PrivateKey privateKey(String name, String text) {
        return parsed(
                text,
                PemContent::getPrivateKey,
                new UnusableCertificateException(
                        name
                                + ": no private key in PEM, or an encrypted one (expected:"
                                + " -----BEGIN PRIVATE KEY-----)",
                        "name the file of the key; openssl pkey -in OLD -out NEW makes one in PEM"
                                + " without a password"));
    }

    // why no word of the parser's: it could quote the key
    private static <T> T parsed(
            String text,
            Function<PemContent, @Nullable T> reader,
            UnusableCertificateException failure) {
        try {
            return Objects.requireNonNull(
                    reader.apply(Objects.requireNonNull(PemContent.of(text), "text")));
        } catch (RuntimeException _) {
            throw failure;
        }
    }
}
