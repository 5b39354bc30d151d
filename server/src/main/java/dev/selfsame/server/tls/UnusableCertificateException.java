package dev.selfsame.server.tls;

/** Files of which no TLS can be made. The message names the setting and says what is wrong. */
public final class UnusableCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableCertificateException(String message) {
        super(message);
    }
}
