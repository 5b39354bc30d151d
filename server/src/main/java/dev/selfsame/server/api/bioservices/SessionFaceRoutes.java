package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.biosession.FaceAddition;
import dev.selfsame.server.biosession.SessionContent;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/** The faces of a bio-session. */
@RestController
final class SessionFaceRoutes {

    static final String FACES = SessionRoutes.SESSION + "/faces";
    static final String FACE = FACES + "/{faceId}";

    private final FaceBodies bodies;
    private final BioSessions sessions;
    private final Faces faces;
    private final SignedAnswers answers;
    private final Clock clock;

    SessionFaceRoutes(
            FaceBodies bodies,
            BioSessions sessions,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        this.bodies = Objects.requireNonNull(bodies, "bodies");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.faces = Objects.requireNonNull(faces, "faces");
        this.answers = Objects.requireNonNull(answers, "answers");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** From a picture, or from a face that was answered before: the content type tells. */
    @PostMapping(FACES)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.create-face")
    ResponseEntity<Void> create(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId)
            throws IOException {
        String tenantId = Access.callerOf(request).tenantId();
        // why before the body is read: it may be large, and is of no use without the session
        BioSession session = sessions.find(tenantId, WireId.session(sessionId));
        UUID face =
                isMultipart(request) ? fromPicture(session, request) : fromFace(session, request);
        return ResponseEntity.status(201)
                .header(HttpHeaders.LOCATION, WireLocation.of(session.id(), face))
                .build();
    }

    private UUID fromPicture(BioSession session, HttpServletRequest request) throws IOException {
        // why not for the whole route: a face that was answered before needs no worker
        sessions.checkWorkers(session.tenantId());
        return bodies.withPicture(
                request,
                upload ->
                        switch (sessions.add(session, upload.face(), upload.image())) {
                            case FaceAddition.Added(SessionFace added) -> added.id();
                            case FaceAddition.Unusable(var why) ->
                                    throw UnusablePicture.problem("image", why);
                        });
    }

    private UUID fromFace(BioSession session, HttpServletRequest request) throws IOException {
        SessionFace face =
                bodies.face(request).inSession(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        sessions.add(session, face);
        return face.id();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "the header Content-Type is missing; send multipart/form-data with the parts"
                            + " face and image, or application/json with a face");
        }
        return type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @GetMapping(FACES)
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-faces")
    ResponseEntity<byte[]> list(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        SessionContent content =
                sessions.content(Access.callerOf(request).tenantId(), WireId.session(sessionId));
        return answers.kept(
                content.faces().stream().map(face -> faces.of(content.session(), face)).toList());
    }

    @GetMapping(FACE)
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-face")
    ResponseEntity<byte[]> get(
            HttpServletRequest request,
            @PathVariable("sessionId") String sessionId,
            @PathVariable("faceId") String faceId) {
        SessionContent content =
                sessions.content(Access.callerOf(request).tenantId(), WireId.session(sessionId));
        SessionFace face =
                content.face(WireId.face(faceId))
                        .orElseThrow(() -> new Problem(ProblemKind.NOT_FOUND, "Face not found"));
        return answers.kept(faces.of(content.session(), face));
    }

    @DeleteMapping(FACE)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.delete-face")
    ResponseEntity<Void> delete(
            HttpServletRequest request,
            @PathVariable("sessionId") String sessionId,
            @PathVariable("faceId") String faceId) {
        sessions.deleteFace(
                Access.callerOf(request).tenantId(),
                WireId.session(sessionId),
                WireId.face(faceId));
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping(FACES)
    @NeedsScope(Scope.SESSIONS_WRITE)
    @Metered("bioservices.delete-faces")
    ResponseEntity<Void> deleteAll(
            HttpServletRequest request, @PathVariable("sessionId") String sessionId) {
        sessions.deleteFaces(Access.callerOf(request).tenantId(), WireId.session(sessionId));
        return ResponseEntity.noContent().build();
    }
}
