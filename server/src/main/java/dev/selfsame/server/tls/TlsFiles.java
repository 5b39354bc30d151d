package dev.selfsame.server.tls;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the files hold at one moment; equal as long as none has changed.
 *
 * @param authorities null where clients need no certificate
 */
record TlsFiles(String certificate, String privateKey, @Nullable String authorities) {

    private static final long MAX_BYTES = 1 << 20;

    /**
     * Reads them now.
     *
     * @throws UnusableCertificateException if one of them cannot be read
     */
    static TlsFiles read(TlsOptions options) {
        return new TlsFiles(
                text("certificate", Objects.requireNonNull(options.certificate(), "certificate")),
                text("private-key", Objects.requireNonNull(options.privateKey(), "privateKey")),
                options.clientAuthorities() == null
                        ? null
                        : text("client-authorities", options.clientAuthorities()));
    }

    private static String text(String setting, Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw unusable(setting, file, "is too large for a file of certificates");
            }
            // why Latin-1: PEM is ASCII, and what is not must not be an exception that quotes it
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            throw unusable(setting, file, "cannot be read");
        }
    }

    private static UnusableCertificateException unusable(String setting, Path file, String why) {
        return new UnusableCertificateException(
                "selfsame.tls.%s: %s %s".formatted(setting, file, why));
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "TlsFiles";
    }
}
