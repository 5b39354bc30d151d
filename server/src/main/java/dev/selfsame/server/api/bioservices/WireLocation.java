package dev.selfsame.server.api.bioservices;

import java.util.UUID;

/**
 * Values of the header {@code Location}: relative and without the prefix of the API, as documented;
 * clients cut the id out.
 */
final class WireLocation {

    private static final String SESSIONS = "/v2/bio-sessions/";

    private WireLocation() {}

    static String of(UUID session) {
        return SESSIONS + session;
    }

    static String of(UUID session, UUID face) {
        return of(session) + "/faces/" + face;
    }
}
