package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.OpenSession;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeKind;
import dev.selfsame.server.challenge.ChallengeStore;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The sessions of a tenant that are open now. Their ids are cut: the whole id is all that a browser
 * needs to take a capture in a session, so nobody is shown one who did not open it.
 */
@RestController
final class SessionsRoute {

    private static final int MOST = 100;

    private final BioSessionStore store;
    private final ChallengeStore challenges;
    private final Captures captures;
    private final Clock clock;

    /**
     * Sessions.
     *
     * @param open how many there are
     * @param captures how many captures and recordings this server works on
     * @param limit how many are listed at most
     * @param sessions those first that end last
     */
    record Sessions(
            @JsonProperty("open") long open,
            @JsonProperty("captures") int captures,
            @JsonProperty("limit") int limit,
            @JsonProperty("sessions") List<WireSession> sessions) {}

    /**
     * A session.
     *
     * @param id the first digits of its id, as logs have them
     * @param liveness what is asked of a person in it, null where nothing is
     */
    record WireSession(
            @JsonProperty("id") String id,
            @JsonProperty("created") String created,
            @JsonProperty("expires") String expires,
            @JsonProperty("correlationId") @Nullable String correlationId,
            @JsonProperty("faces") int faces,
            @JsonProperty("liveness") @Nullable WireLiveness liveness) {

        private static final int SHOWN_DIGITS = 8;

        static WireSession of(OpenSession open, @Nullable Challenge challenge, Instant now) {
            BioSession session = open.session();
            return new WireSession(
                    session.id().toString().substring(0, SHOWN_DIGITS),
                    session.created().toString(),
                    session.expires().toString(),
                    session.correlationId(),
                    open.faces(),
                    challenge == null
                            ? null
                            : new WireLiveness(
                                    challenge.kind().name(), challenge.status(now).name()));
        }
    }

    /** A liveness check. */
    record WireLiveness(@JsonProperty("kind") String kind, @JsonProperty("status") String status) {}

    SessionsRoute(
            BioSessionStore store, ChallengeStore challenges, Captures captures, Clock clock) {
        this.store = Objects.requireNonNull(store, "store");
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.captures = Objects.requireNonNull(captures, "captures");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @GetMapping("/portal/api/tenants/{tenant}/sessions")
    @Entry(Entry.Who.SIGNED_IN)
    Sessions list(@PathVariable(PortalGate.TENANT) String tenant) {
        long count = store.count(List.of(tenant)).getOrDefault(tenant, 0L);
        List<OpenSession> open = store.open(tenant, MOST);
        Map<UUID, Challenge> asked = asked(tenant, open);
        Instant now = clock.instant();
        return new Sessions(
                count,
                captures.running(tenant),
                MOST,
                open.stream()
                        .map(it -> WireSession.of(it, asked.get(it.session().id()), now))
                        .toList());
    }

    /** The challenge of each session; the capture where it has a recording too. */
    private Map<UUID, Challenge> asked(String tenant, List<OpenSession> open) {
        List<UUID> ids = open.stream().map(it -> it.session().id()).toList();
        BinaryOperator<Challenge> capture =
                (one, other) -> one.kind() == ChallengeKind.CAPTURE ? one : other;
        return challenges.ofSessions(ids).stream()
                .filter(challenge -> challenge.tenantId().equals(tenant))
                .collect(Collectors.toMap(Challenge::sessionId, Function.identity(), capture));
    }
}
