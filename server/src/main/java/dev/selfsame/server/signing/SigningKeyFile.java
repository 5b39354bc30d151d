package dev.selfsame.server.signing;

import dev.selfsame.server.datadir.OwnerOnly;

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

/**
 * The key's file: the private key (PKCS#8) and the certificate as PEM (RFC 7468), readable by its
 * owner alone. Made once; a file that cannot be used stops the start, because replacing it silently
 * would make every signature given before unverifiable.
 */
final class SigningKeyFile {

    private final Path directory;
    private final SigningKeyMaker maker;

    SigningKeyFile(Path directory, SigningKeyMaker maker) {
        this.directory = Objects.requireNonNull(directory, "directory");
        this.maker = Objects.requireNonNull(maker, "maker");
    }

    /**
     * The key in the file, made if there is none.
     *
     * @throws UnusableSigningKeyException if there is a file that cannot be used
     */
    SigningKey loadOrCreate(SigningOptions options) {
        String name = "signing-" + options.algorithm().name().toLowerCase(Locale.ROOT) + ".pem";
        Path file = directory.resolve(name);
        try {
            if (Files.exists(file)) {
                return load(file, options.algorithm());
            }
            SigningKey key = maker.make(options);
            OwnerOnly.write(file, pem(key).getBytes(StandardCharsets.US_ASCII));
            return key;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableSigningKeyException(file, e);
        }
    }

    private static SigningKey load(Path file, SigningAlgorithm algorithm)
            throws IOException, GeneralSecurityException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        String type = algorithm == SigningAlgorithm.RS256 ? "RSA" : "EC";
        PrivateKey privateKey =
                KeyFactory.getInstance(type)
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

    private static String pem(SigningKey key) throws GeneralSecurityException {
        return Pem.encode(key.privateKey().getEncoded(), "PRIVATE KEY")
                + Pem.encode(key.certificate().getEncoded(), "CERTIFICATE");
    }
}
