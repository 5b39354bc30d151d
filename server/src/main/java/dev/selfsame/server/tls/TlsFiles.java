package dev.selfsame.server.tls;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What the files hold at one moment; equal as long as none has changed.
 *
 * @param authorities null where clients need no certificate
 */
record TlsFiles(String certificate, String privateKey, @Nullable String authorities) {

    static final String CERTIFICATE = "selfsame.tls.certificate";
    static final String PRIVATE_KEY = "selfsame.tls.private-key";
    static final String AUTHORITIES = "selfsame.tls.client-authorities";

    /**
     * Reads them now.
     *
     * @throws UnusableCertificateException if one of them cannot be read
     */
    static TlsFiles read(TlsOptions options) {
        TlsFiles own = readOwn(options);
        return new TlsFiles(own.certificate, own.privateKey, readAuthorities(options));
    }

    /** The certificate and its key alone. */
    static TlsFiles readOwn(TlsOptions options) {
        return new TlsFiles(
                PemFile.text(
                        CERTIFICATE, Objects.requireNonNull(options.certificate(), "certificate")),
                PemFile.text(
                        PRIVATE_KEY, Objects.requireNonNull(options.privateKey(), "privateKey")),
                null);
    }

    /** The authorities of clients alone, null where there is no file of them. */
    static @Nullable String readAuthorities(TlsOptions options) {
        return options.clientAuthorities() == null
                ? null
                : PemFile.text(AUTHORITIES, options.clientAuthorities());
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "TlsFiles";
    }
}
