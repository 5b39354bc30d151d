package dev.selfsame.server.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The files in which former versions kept their keys: the private key (PKCS#8) and the certificate
 * as PEM (RFC 7468). They are only read. A file that cannot be used stops the start, because
 * without it what it signed might silently become unverifiable.
 */
final class SigningKeyFile {

    private static final int MOST_BYTES = 64 * 1024;

    private final Path directory;

    SigningKeyFile(Path directory) {
        this.directory = Objects.requireNonNull(directory, "directory");
    }

    /**
     * The key in the file of this algorithm, if there is one.
     *
     * @throws UnusableSigningKeyException if there is a file that cannot be used
     */
    Optional<SigningKey> load(SigningAlgorithm algorithm) {
        String name = "signing-" + algorithm.name().toLowerCase(Locale.ROOT) + ".pem";
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(load(file, algorithm));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSigningKeyException(file, e);
        }
    }

    private static SigningKey load(Path file, SigningAlgorithm algorithm)
            throws IOException, GeneralSecurityException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("it is too long");
        }
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        PrivateKey privateKey =
                KeyFactory.getInstance(algorithm.keyType())
                        .generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(text, "PRIVATE KEY")));
        byte[] der = Pem.decode(text, "CERTIFICATE");
        X509Certificate certificate =
                (X509Certificate)
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(der));
        SigningKey key = new SigningKey(algorithm, privateKey, certificate);
        checkPair(key);
        return key;
    }

    private static void checkPair(SigningKey key) throws GeneralSecurityException {
        byte[] probe = "one key pair".getBytes(StandardCharsets.US_ASCII);
        Signature signer = Signature.getInstance(key.algorithm().certificateSignature());
        signer.initSign(key.privateKey());
        signer.update(probe);
        byte[] signature = signer.sign();
        signer.initVerify(key.certificate().getPublicKey());
        signer.update(probe);
        if (!signer.verify(signature)) {
            throw new GeneralSecurityException("key and certificate do not belong together");
        }
    }
}
