package dev.selfsame.server.tls;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes one server, by whatever name it was asked: the certificate of a file, and another one
 * for the same names that one of the same file signed, as before and after a renewal.
 */
final class SameServer extends X509ExtendedTrustManager {

    private final X509Certificate own;
    private final X509ExtendedTrustManager signed;

    /**
     * Believes what is in a file.
     *
     * @param own the first certificate of the file
     * @param signed believes all that are in the file, and what they signed
     */
    SameServer(X509Certificate own, X509ExtendedTrustManager signed) {
        this.own = Objects.requireNonNull(own, "own");
        this.signed = Objects.requireNonNull(signed, "signed");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        if (chain[0].equals(own)) {
            return;
        }
        if (!names(chain[0]).equals(names(own))) {
            throw new CertificateException("it is the certificate of another server");
        }
        signed.checkServerTrusted(chain, kind);
    }

    // why not to be compared with the connection: this machine is asked by its address, which a
    // certificate rarely names
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        checkServerTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("this is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return signed.getAcceptedIssuers();
    }

    private static Set<Object> names(X509Certificate certificate)
            throws CertificateParsingException {
        Set<Object> names = new HashSet<>();
        names.add(certificate.getSubjectX500Principal());
        Collection<List<?>> others = certificate.getSubjectAlternativeNames();
        if (others != null) {
            // why texts alone: what is read as bytes is never equal to anything
            others.stream().filter(it -> it.get(1) instanceof String).forEach(names::add);
        }
        return names;
    }
}
