package dev.selfsame.server.testing;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of a test, which makes certificates for this machine. */
public final class Authority {

    private static final char[] PASSWORD = "test".toCharArray();
    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair pair;
    private final X500Name name;
    private final X509Certificate certificate;
    private final AtomicLong serial = new AtomicLong(1);

    public Authority(String name) throws Exception {
        this(name, Instant.now().minus(DAY), Instant.now().plus(DAY));
    }

    public Authority(String name, Instant from, Instant to) throws Exception {
        pair = pair();
        this.name = new X500Name("CN=" + name);
        JcaX509v3CertificateBuilder builder = builder(this.name, pair, from, to);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        certificate = signed(builder);
    }

    /** A certificate with its key. */
    public record Issued(X509Certificate certificate, KeyPair pair) {

        public String certificatePem() throws Exception {
            return pem("CERTIFICATE", certificate.getEncoded());
        }

        public String keyPem() {
            return pem("PRIVATE KEY", pair.getPrivate().getEncoded());
        }
    }

    /** Its own certificate. */
    public String pem() throws Exception {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    /** A certificate that is valid now. */
    public Issued issue() throws Exception {
        Instant now = Instant.now();
        return issue(now.minus(DAY), now.plus(DAY.multipliedBy(60)));
    }

    public Issued issue(Instant from, Instant to) throws Exception {
        return issue(
                from,
                to,
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    }

    /** A certificate that is valid now, for these names. */
    public Issued issueFor(String... names) throws Exception {
        Instant now = Instant.now();
        GeneralName[] all =
                Arrays.stream(names)
                        .map(it -> new GeneralName(GeneralName.dNSName, it))
                        .toArray(GeneralName[]::new);
        return issue(now.minus(DAY), now.plus(DAY), all);
    }

    private Issued issue(Instant from, Instant to, GeneralName... names) throws Exception {
        KeyPair keys = pair();
        JcaX509v3CertificateBuilder builder = builder(new X500Name("CN=test"), keys, from, to);
        builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
        return new Issued(signed(builder), keys);
    }

    /** A client that believes this authority alone, and shows a certificate if it has one. */
    public SSLContext client(@Nullable Issued shown) throws Exception {
        KeyStore known = empty();
        known.setCertificateEntry("authority", certificate);
        TrustManagerFactory believed =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(known);
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore keys = empty();
        if (shown != null) {
            keys.setKeyEntry(
                    "client",
                    shown.pair().getPrivate(),
                    PASSWORD,
                    new Certificate[] {shown.certificate()});
        }
        own.init(keys, PASSWORD);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(own.getKeyManagers(), believed.getTrustManagers(), null);
        return client;
    }

    private JcaX509v3CertificateBuilder builder(
            X500Name subject, KeyPair keys, Instant from, Instant to) {
        return new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(serial.getAndIncrement()),
                Date.from(from),
                Date.from(to),
                subject,
                keys.getPublic());
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate())));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static KeyStore empty() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String pem(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }
}
