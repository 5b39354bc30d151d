package dev.selfsame.server.callback;

import java.net.URI;

/** Stand-in. */
public final class CallbackTargets {
    public URI check(String url) {
        return URI.create(url);
    }
}
