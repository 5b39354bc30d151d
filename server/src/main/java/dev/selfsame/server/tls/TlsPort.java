package dev.selfsame.server.tls;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** A port of Tomcat that speaks TLS 1.2 and 1.3, with nothing that is known to be weak. */
final class TlsPort {

    private static final String PROTOCOLS = "TLSv1.2+TLSv1.3";
    // why these of TLS 1.2: all have forward secrecy and authenticated encryption, as those of 1.3
    private static final String SUITES_OF_12 =
            String.join(
                    ":",
                    "ECDHE-ECDSA-AES256-GCM-SHA384",
                    "ECDHE-RSA-AES256-GCM-SHA384",
                    "ECDHE-ECDSA-AES128-GCM-SHA256",
                    "ECDHE-RSA-AES128-GCM-SHA256",
                    "ECDHE-ECDSA-CHACHA20-POLY1305",
                    "ECDHE-RSA-CHACHA20-POLY1305");
    private static final String SUITES_OF_13 =
            "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256";

    private final AbstractHttp11Protocol<?> http;
    private final ClientCertificates clients;

    TlsPort(Connector connector, ClientCertificates clients) {
        if (!(connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol)) {
            throw new IllegalStateException("no HTTP/1.1 port: " + connector);
        }
        http = protocol;
        this.clients = clients;
        http.setSSLEnabled(true);
        connector.setScheme("https");
        connector.setSecure(true);
    }

    /**
     * Shows this certificate to whoever connects from now on. Connections that are open go on.
     *
     * @throws IllegalArgumentException if Tomcat cannot use it; then the last one goes on
     */
    void show(KeyMaterial material) {
        SSLHostConfig host = new SSLHostConfig();
        host.setHostName(http.getDefaultSSLHostConfigName());
        host.setProtocols(PROTOCOLS);
        host.setCiphers(SUITES_OF_12);
        host.setCipherSuites(SUITES_OF_13);
        host.setCertificateVerification(clients.verification());
        if (material.believed() != null) {
            host.setTrustStore(material.believed());
        }
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(material.keys());
        certificate.setCertificateKeystorePassword("");
        host.addCertificate(certificate);
        http.addSslHostConfig(host, true);
    }
}
