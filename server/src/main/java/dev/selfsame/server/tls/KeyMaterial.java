package dev.selfsame.server.tls;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * Certificate and key that belong together, and whom to believe.
 *
 * @param chain the server's own certificate, then each one that signed the one before
 * @param keys it with its key, without a password
 * @param believed authorities of clients, null where they need no certificate
 */
record KeyMaterial(List<X509Certificate> chain, KeyStore keys, @Nullable KeyStore believed) {

    private static final byte[] SAMPLE = new byte[32];

    KeyMaterial {
        chain = List.copyOf(chain);
    }

    /**
     * Reads what the files hold.
     *
     * @throws UnusableCertificateException if there is something else in them, or the key is not
     *     that of the first certificate
     */
    static KeyMaterial of(TlsFiles files) {
        List<X509Certificate> chain =
                PemFile.certificates(TlsFiles.CERTIFICATE, files.certificate());
        PrivateKey key = PemFile.privateKey(TlsFiles.PRIVATE_KEY, files.privateKey());
        if (!belongTogether(key, chain.getFirst())) {
            throw new UnusableCertificateException(
                    TlsFiles.PRIVATE_KEY
                            + ": it is not the key of the first certificate in "
                            + TlsFiles.CERTIFICATE,
                    "name the key that the certificate was asked for with, and put the server's"
                            + " own certificate first; or ask for a new certificate");
        }
        String authorities = files.authorities();
        return new KeyMaterial(
                chain,
                keys(chain, key),
                authorities == null
                        ? null
                        : believed(PemFile.certificates(TlsFiles.AUTHORITIES, authorities)));
    }

    /** The server's own. */
    X509Certificate certificate() {
        return chain.getFirst();
    }

    boolean isValidAt(Instant now) {
        return !now.isBefore(certificate().getNotBefore().toInstant()) && now.isBefore(end());
    }

    Instant end() {
        return certificate().getNotAfter().toInstant();
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
                    TlsFiles.CERTIFICATE
                            + ": the certificates are no chain (expected: the server's own, then"
                            + " each one that signed the one before)",
                    "put them into that order, and leave out what does not belong to it");
        }
    }

    /** As a store of whom to believe. */
    static KeyStore believed(List<X509Certificate> authorities) {
        try {
            KeyStore store = empty();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority-" + i, authorities.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException _) {
            throw new UnusableCertificateException(
                    "no store can be made of the certificates to believe",
                    "use the Java that this program is made for");
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
