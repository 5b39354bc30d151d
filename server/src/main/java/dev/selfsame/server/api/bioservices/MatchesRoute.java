package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.ComparedFaces;
import dev.selfsame.server.biosession.SessionMatching;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;

/** Compares one face of a session with all the others. */
@RestController
final class MatchesRoute {

    private final SessionMatching matching;
    private final Faces faces;
    private final SignedAnswers answers;

    MatchesRoute(SessionMatching matching, Faces faces, SignedAnswers answers) {
        this.matching = Objects.requireNonNull(matching, "matching");
        this.faces = Objects.requireNonNull(faces, "faces");
        this.answers = Objects.requireNonNull(answers, "answers");
    }

    /** Best first, low scores too, without the reference itself. */
    @GetMapping(SessionFaceRoutes.FACE + "/matches")
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-matches")
    ResponseEntity<byte[]> matches(
            HttpServletRequest request,
            @PathVariable("sessionId") String sessionId,
            @PathVariable("faceId") String faceId) {
        SessionMatching.Matches matches =
                matching.of(
                        Access.callerOf(request).tenantId(),
                        WireId.session(sessionId),
                        WireId.face(faceId));
        return answers.kept(
                matches.all().stream().map(match -> wire(matches.session(), match)).toList());
    }

    private Match wire(BioSession session, ComparedFaces match) {
        return new Match(
                faces.of(session, match.reference()).inMatch(),
                faces.of(session, match.candidate()).inMatch(),
                match.fmr().score(),
                match.fmr().percent(),
                session.correlationId(),
                session.evidenceId(),
                Timestamp.of(match.created()),
                Timestamp.of(session.expires()));
    }
}
