package dev.selfsame.server.tls;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * TLS of the server's own port.
 *
 * @param certificate file with the certificate and those between it and its authority, as PEM; null
 *     for no TLS
 * @param privateKey file with its key, as PEM, not encrypted
 * @param clientCertificates whether clients have to show one
 * @param clientAuthorities file with the authorities whose certificates of clients are believed
 * @param checkEvery how often the files are looked at, 100ms..1d
 * @param hsts how long browsers are told to come by TLS alone, 0s..730d; 0 tells them nothing
 * @param plainPort a second port without TLS, for health and to send browsers to the first one; 0
 *     for any free one, null for none
 */
public record TlsOptions(
        @Setting(
                        meaning =
                                "the server's certificate, then those between it and its authority",
                        range = "PEM")
                @Nullable Path certificate,
        @Setting(meaning = "its key: RSA, elliptic curve or Ed25519", range = "PEM, not encrypted")
                @Nullable Path privateKey,
        @Setting(
                        meaning =
                                "whether clients are asked for a certificate: `want` checks one"
                                        + " where it is shown, `need` lets nobody in without one",
                        range = "`none`, `want`, `need`")
                ClientCertificates clientCertificates,
        @Setting(
                        meaning =
                                "the authorities whose certificates of clients are believed; needed"
                                        + " by `want` and `need`, and looked at as the others",
                        range = "PEM")
                @Nullable Path clientAuthorities,
        @Setting(
                        meaning =
                                "how often the files are looked at; [new ones are taken"
                                        + " over](operations.md#tls) without a restart",
                        range = "100ms..1 day")
                Duration checkEvery,
        @Setting(
                        meaning =
                                "how long browsers are told to come by TLS alone"
                                        + " (`Strict-Transport-Security`); 0s tells them nothing",
                        range = "0s..730d")
                Duration hsts,
        @Setting(
                        meaning =
                                "a second port without TLS, which answers health, sends browsers to"
                                        + " the first one (308) and refuses all else (421)",
                        range = "0..65535",
                        type = "number")
                @Nullable Integer plainPort) {

    private static final Duration LONGEST_HSTS = Duration.ofDays(730);

    public TlsOptions {
        Objects.requireNonNull(clientCertificates, "clientCertificates");
        checkFiles(certificate, privateKey, clientCertificates, clientAuthorities);
        if (checkEvery.toMillis() < 100 || checkEvery.compareTo(Duration.ofDays(1)) > 0) {
            throw wrong("check-every", checkEvery, "100ms..1d");
        }
        if (hsts.isNegative() || hsts.compareTo(LONGEST_HSTS) > 0) {
            throw wrong("hsts", hsts, "0s..730d");
        }
        if (plainPort != null && (plainPort < 0 || plainPort > 65_535)) {
            throw wrong("plain-port", plainPort, "0..65535");
        }
        if (plainPort != null && certificate == null) {
            throw wrong("plain-port", plainPort, "none where there is no selfsame.tls.certificate");
        }
    }

    private static void checkFiles(
            @Nullable Path certificate,
            @Nullable Path privateKey,
            ClientCertificates clientCertificates,
            @Nullable Path clientAuthorities) {
        if ((certificate == null) != (privateKey == null)) {
            throw wrong(
                    certificate == null ? "certificate" : "private-key",
                    "missing",
                    "both selfsame.tls.certificate and selfsame.tls.private-key, or neither");
        }
        boolean asks = clientCertificates != ClientCertificates.NONE;
        if (asks && certificate == null) {
            throw wrong("client-certificates", clientCertificates, "selfsame.tls.certificate too");
        }
        if (asks != (clientAuthorities != null)) {
            throw wrong(
                    "client-authorities",
                    clientAuthorities == null ? "missing" : clientAuthorities,
                    "a file with selfsame.tls.client-certificates want or need, else none");
        }
    }

    /** True where the port speaks TLS. */
    public boolean enabled() {
        return certificate != null;
    }

    private static IllegalArgumentException wrong(String name, Object value, String expected) {
        return new IllegalArgumentException(
                "selfsame.tls.%s: %s (expected: %s)".formatted(name, value, expected));
    }
}
