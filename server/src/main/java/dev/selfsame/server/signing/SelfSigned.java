package dev.selfsame.server.signing;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Certificates of keys by themselves (RFC 5280). */
public final class SelfSigned {

    private static final int SERIAL_BITS = 120;

    private SelfSigned() {}

    /**
     * A certificate for a key on an elliptic curve that others encrypt to.
     *
     * @param name such as {@code CN=Somebody}
     * @throws GeneralSecurityException if the key cannot have one
     */
    public static X509Certificate forKeyAgreement(
            KeyPair pair, String name, Instant from, Duration validity)
            throws GeneralSecurityException {
        return of(pair, name, from, validity, KeyUsage.keyAgreement, "SHA256withECDSA");
    }

    static X509Certificate of(
            KeyPair pair, String name, Instant from, Duration validity, int usage, String signature)
            throws GeneralSecurityException {
        X500Name itself = new X500Name(name);
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        itself,
                        new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS),
                        Date.from(from),
                        Date.from(from.plus(validity)),
                        itself,
                        pair.getPublic());
        try {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder(signature)
                                            .build(pair.getPrivate())));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException("no certificate for this key", e);
        }
    }
}
