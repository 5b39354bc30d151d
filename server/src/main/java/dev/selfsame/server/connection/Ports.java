package dev.selfsame.server.connection;

import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** Which ports the server listens on, once it does. */
public final class Ports {

    private volatile @Nullable Connector main;
    private volatile @Nullable Connector plain;

    Ports() {}

    void main(Connector connector) {
        main = connector;
    }

    void plain(Connector connector) {
        plain = connector;
    }

    /** The one for everything; 0 as long as it is not open. */
    public int main() {
        Connector connector = main;
        return connector == null ? 0 : Math.max(0, connector.getLocalPort());
    }

    /** The one without TLS beside it, where there is one. */
    public OptionalInt plain() {
        Connector connector = plain;
        return connector == null ? OptionalInt.empty() : OptionalInt.of(connector.getLocalPort());
    }
}
