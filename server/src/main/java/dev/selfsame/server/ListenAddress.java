package dev.selfsame.server;

import java.net.URI;
import java.util.Set;

/** Where programs of this machine reach a server, by what it listens on. */
final class ListenAddress {

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0", "::");

    private ListenAddress() {}

    static URI of(String scheme, String host, int port) {
        String reachable = EVERYWHERE.contains(host) ? "127.0.0.1" : host;
        String bracketed = reachable.contains(":") ? "[" + reachable + "]" : reachable;
        return URI.create(scheme + "://" + bracketed + ":" + port);
    }
}
