package dev.selfsame.server.tls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Certificate and key that belong together, and whom to believe.
 *
 * @param certificate the server's own
 * @param keys it with its key and chain, without a password
 * @param believed authorities of clients, null where they need no certificate
 */
record KeyMaterial(X509Certificate certificate, KeyStore keys, @Nullable KeyStore believed) {

    private static final byte[] SAMPLE = new byte[32];

    /**
     * Reads what the files hold.
     *
     * @throws UnusableCertificateException if there is something else in them, or the key is not
     *     that of the first certificate
     */
    static KeyMaterial of(TlsFiles files) {
        List<X509Certificate> chain =
                parsed("certificate", files.certificate(), PemContent::getCertificates);
        PrivateKey key = parsed("private-key", files.privateKey(), PemContent::getPrivateKey);
        if (!belongTogether(key, chain.getFirst())) {
            throw new UnusableCertificateException(
                    "selfsame.tls.private-key: it is not the key of the first certificate in"
                            + " selfsame.tls.certificate");
        }
        String authorities = files.authorities();
        return new KeyMaterial(
                chain.getFirst(),
                keys(chain, key),
                authorities == null
                        ? null
                        : believed(
                                parsed(
                                        "client-authorities",
                                        authorities,
                                        PemContent::getCertificates)));
    }

    boolean isValidAt(Instant now) {
        return !now.isBefore(certificate.getNotBefore().toInstant()) && now.isBefore(end());
    }

    Instant end() {
        return certificate.getNotAfter().toInstant();
    }

    // why no word of the parser's: it could quote the key
    private static <T> T parsed(
            String setting, String text, Function<PemContent, @Nullable T> reader) {
        try {
            return Objects.requireNonNull(reader.apply(content(text)));
        } catch (RuntimeException _) {
            throw new UnusableCertificateException(
                    "selfsame.tls."
                            + setting
                            + (setting.equals("private-key")
                                    ? ": no private key in PEM, or an encrypted one (expected:"
                                            + " -----BEGIN PRIVATE KEY-----)"
                                    : ": no certificate in PEM, or a damaged one (expected:"
                                            + " -----BEGIN CERTIFICATE-----)"));
        }
    }

    private static PemContent content(String text) {
        return Objects.requireNonNull(PemContent.of(text), "text");
    }

    private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
        try {
            Signature signature = Signature.getInstance(signatureOf(key));
            signature.initSign(key);
            signature.update(SAMPLE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(SAMPLE);
            return signature.verify(signed);
        } catch (GeneralSecurityException _) {
            // why: so it says of keys of different kinds
            return false;
        }
    }

    private static String signatureOf(PrivateKey key) {
        return switch (key.getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519", "Ed448" -> "EdDSA";
            default -> "SHA256withRSA";
        };
    }

    private static KeyStore keys(List<X509Certificate> chain, PrivateKey key) {
        try {
            KeyStore store = empty();
            store.setKeyEntry("server", key, new char[0], chain.toArray(new Certificate[0]));
            return store;
        } catch (GeneralSecurityException | IOException _) {
            throw new UnusableCertificateException(
                    "selfsame.tls.certificate: the certificates are no chain (expected: the"
                            + " server's own, then each one that signed the one before)");
        }
    }

    private static KeyStore believed(List<X509Certificate> authorities) {
        try {
            KeyStore store = empty();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException _) {
            throw new UnusableCertificateException(
                    "selfsame.tls.client-authorities: no authorities to believe");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
