package dev.selfsame.server.callback;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for a name, made for the test, and both ends of TLS with it.
 *
 * @param server shows it
 * @param client believes it and no other
 */
record Identity(SSLContext server, SSLContext client) {

    private static final char[] PASSWORD = "test".toCharArray();

    static Identity of(String host) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        X509Certificate certificate = certificate(pair, host);
        KeyStore keys = emptyStore();
        keys.setKeyEntry("server", pair.getPrivate(), PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory shown =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(keys, PASSWORD);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(shown.getKeyManagers(), null, null);
        KeyStore known = emptyStore();
        known.setCertificateEntry("server", certificate);
        TrustManagerFactory believed =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(known);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, believed.getTrustManagers(), null);
        return new Identity(server, client);
    }

    private static KeyStore emptyStore() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static X509Certificate certificate(KeyPair pair, String host) throws Exception {
        X500Name name = new X500Name("CN=receiver");
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        name,
                        pair.getPublic());
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(pair.getPrivate())));
    }
}
