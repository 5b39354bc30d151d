package dev.selfsame.server.trial;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Objects;

/** Sees by verifications how somebody is enrolled. */
final class Witness {

    private final MortalServer server;
    private final Album album;

    Witness(MortalServer server, Album album) {
        this.server = server;
        this.album = album;
    }

    /**
     * Whether exactly these pictures are enrolled.
     *
     * @param looks null to ask whether nobody is
     * @param shown what to show if {@code looks} is null
     */
    boolean sees(String customId, @Nullable Looks looks, @Nullable Looks shown)
            throws IOException, InterruptedException {
        if (looks == null) {
            return verify(customId, Objects.requireNonNull(shown)).isUnknownPerson();
        }
        return verify(customId, looks).isMatch();
    }

    Answer verify(String customId, Looks looks) throws IOException, InterruptedException {
        return server.ask("verify", album.person(customId, looks));
    }
}
