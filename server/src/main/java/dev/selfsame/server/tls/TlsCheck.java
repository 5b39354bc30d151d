package dev.selfsame.server.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/** Looks at the files of TLS as a start does, for commands that work beside the server. */
public final class TlsCheck {

    private final TlsOptions options;

    /**
     * Reads nothing yet.
     *
     * @param options with a certificate
     */
    public TlsCheck(TlsOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /**
     * The server's certificate, whose key is the one that is named, then those that come with it.
     *
     * @throws UnusableCertificateException if no server could show it, whenever it is valid
     */
    public List<X509Certificate> chain() {
        return KeyMaterial.of(TlsFiles.readOwn(options)).chain();
    }

    /**
     * Whose certificates of clients are believed; empty where clients need none.
     *
     * @throws UnusableCertificateException if they cannot be read
     */
    public List<X509Certificate> authorities() {
        String text = TlsFiles.readAuthorities(options);
        return text == null ? List.of() : PemFile.certificates(TlsFiles.AUTHORITIES, text);
    }
}
