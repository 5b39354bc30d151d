package dev.selfsame.server.api.videoserver;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.callback.CallbackTargets;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.Challenges;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Objects;

/** Opens a session in which a browser is to show that a live person is before it. */
@RestController
final class InitRoute {

    private final JsonReader reader;
    private final Challenges challenges;
    private final Captures captures;
    private final CallbackTargets targets;
    private final SecureRandom random;

    InitRoute(
            JsonReader reader,
            Challenges challenges,
            Captures captures,
            CallbackTargets targets,
            SecureRandom random) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.challenges = Objects.requireNonNull(challenges, "challenges");
        this.captures = Objects.requireNonNull(captures, "captures");
        this.targets = Objects.requireNonNull(targets, "targets");
        this.random = Objects.requireNonNull(random, "random");
    }

    @PostMapping("/video-server/init-liveness-session")
    @NeedsScope(Scope.CAPTURE)
    @Metered("videoserver.init-session")
    ResponseEntity<Void> init(HttpServletRequest request) throws IOException {
        captures.checkRoom();
        try (JsonBody body =
                reader.read(request.getContentLengthLong(), request.getInputStream())) {
            InitForm form =
                    InitForm.parse(body.value(), targets::check, random.nextInt(Integer.MAX_VALUE));
            Challenge challenge =
                    challenges.openCapture(
                            Access.callerOf(request).tenantId(), form.session(), form.terms());
            return ResponseEntity.status(201)
                    // why relative: clients cut out what follows /bio-sessions/
                    .header(HttpHeaders.LOCATION, "/v2/bio-sessions/" + challenge.sessionId())
                    .build();
        }
    }
}
