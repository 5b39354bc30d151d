package dev.selfsame.server.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** For commands that ask a server by TLS: believes a file instead of what Java brings along. */
public final class BelievedFile {

    private BelievedFile() {}

    /**
     * Believes certificates of the file and those that they signed, for the name that is asked for.
     *
     * @param name of the option that names the file
     * @throws UnusableCertificateException if it cannot be read, or has no certificate
     */
    public static SSLContext authorities(String name, Path file) {
        return context(manager(PemFile.certificates(name, PemFile.text(name, file))));
    }

    /**
     * Believes the server with these settings and no other, by whatever name it is asked.
     *
     * @param options with a certificate
     * @throws UnusableCertificateException if it cannot be read
     */
    public static SSLContext ownServer(TlsOptions options) {
        Path file = Objects.requireNonNull(options.certificate(), "certificate");
        List<X509Certificate> chain =
                PemFile.certificates(
                        TlsFiles.CERTIFICATE, PemFile.text(TlsFiles.CERTIFICATE, file));
        return context(new SameServer(chain.getFirst(), manager(chain)));
    }

    private static X509ExtendedTrustManager manager(List<X509Certificate> believed) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(KeyMaterial.believed(believed));
            return Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot check certificates", e);
        }
    }

    private static SSLContext context(TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }
}
