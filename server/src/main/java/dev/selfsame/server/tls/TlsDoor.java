package dev.selfsame.server.tls;

import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

/** Gives the server's port TLS, if there is a certificate. */
final class TlsDoor implements AutoCloseable {

    private final @Nullable CertificateWatch watch;

    TlsDoor(@Nullable CertificateWatch watch) {
        this.watch = watch;
    }

    void open(Connector connector) {
        if (watch != null) {
            watch.serve(connector);
        }
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
