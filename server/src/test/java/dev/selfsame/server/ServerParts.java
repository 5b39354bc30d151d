package dev.selfsame.server;

/** Parts of a whole server, for tests that bring it where no request can. */
public final class ServerParts {

    private ServerParts() {}

    public static <T> T of(SelfsameServer server, Class<T> type) {
        return server.part(type);
    }
}
