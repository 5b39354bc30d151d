package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.ErrorObject;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.callback.CallbackTargets;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.Objects;

/** Opens, shows and ends bio-sessions. */
@RestController
final class SessionRoutes {

    static final String SESSIONS = "/bioserver-app/v2/bio-sessions";
    static final String SESSION = SESSIONS + "/{sessionId}";

    private final JsonReader reader;
    private final BioSessions sessions;
    private final CallbackTargets targets;
    private final SignedAnswers answers;

    SessionRoutes(
            JsonReader reader,
            BioSessions sessions,
            CallbackTargets targets,
            SignedAnswers answers) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.targets = Objects.requireNonNull(targets, "targets");
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    @PostMapping(SESSIONS)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.create-session")
    ResponseEntity<Void> create(HttpServletRequest request) throws IOException {
        try (JsonBody body =
                reader.readOrNothing(request.getContentLengthLong(), request.getInputStream())) {
            BioSession session =
                    sessions.open(
                            Access.callerOf(request).tenantId(),
                            SessionForm.parse(body.value(), targets::check));
            return ResponseEntity.status(201)
                    .header(HttpHeaders.LOCATION, WireLocation.of(session.id()))
                    .build();
        }
    }

    @GetMapping(SESSION)
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-session")
    ResponseEntity<byte[]> get(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        BioSession session =
                sessions.find(Access.callerOf(request).tenantId(), WireId.session(sessionId));
        return answers.kept(SessionAnswer.of(session));
    }

    @DeleteMapping(SESSION)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.delete-session")
    ResponseEntity<ErrorObject> delete(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        boolean deleted =
                sessions.delete(Access.callerOf(request).tenantId(), WireId.session(sessionId));
        return deleted
                ? ResponseEntity.noContent().build()
                : answers.conflict(
                        request,
                        "the session is at work on a liveness replay; delete it when that is done");
    }
}
