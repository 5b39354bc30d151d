package dev.selfsame.server.tls;

import java.util.Objects;

/**
 * Files of which no TLS can be made. The message names the setting and says what is wrong; neither
 * it nor the advice quotes a file.
 */
public final class UnusableCertificateException extends RuntimeException {

    private static final long serialVersionUID = 2;

    private final String advice;

    UnusableCertificateException(String message, String advice) {
        super(message);
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
