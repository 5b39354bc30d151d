package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.challenge.Challenges;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.Objects;

/** Says what came of the liveness check of a session, and waits a while for it. */
@RestController
final class LivenessResultRoute {

    private static final String RESULT = SessionRoutes.SESSION + "/liveness-challenge-result";

    private final Challenges challenges;
    private final Clock clock;

    LivenessResultRoute(Challenges challenges, Clock clock) {
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * The longer forms are those of old clients; what they say beyond the session counts not. The
     * key that opened the capture is enough.
     */
    @GetMapping({RESULT, RESULT + "/{mode}", RESULT + "/{mode}/{level}"})
    @NeedsScope({Scope.SESSIONS_READ, Scope.CAPTURE})
    @Metered(value = "bioservices.liveness-result", waits = true)
    LivenessResult result(HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        return LivenessResult.of(
                challenges.awaitResult(
                        Access.callerOf(request).tenantId(), WireId.session(sessionId)),
                clock.instant());
    }
}
