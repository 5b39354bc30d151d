package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.Access;
import dev.selfsame.server.api.Metered;
import dev.selfsame.server.api.NeedsScope;
import dev.selfsame.server.api.WireId;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.json.LenientBoolean;
import dev.selfsame.server.picture.JpegCopies;
import dev.selfsame.server.tenant.Scope;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.Objects;
import java.util.Optional;

/** The picture that a face of a session was read from. */
@RestController
final class FaceImageRoute {

    private final BioSessions sessions;
    private final JpegCopies copies;

    FaceImageRoute(BioSessions sessions, JpegCopies copies) {
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.copies = Objects.requireNonNull(copies, "copies");
    }

    /**
     * Always a JPEG, as the contract has no other: a JPEG as it was sent, or made smaller where
     * that is asked for, and what was sent in another format made into one.
     */
    @GetMapping(SessionFaceRoutes.FACE + "/image")
    @NeedsScope(Scope.SESSIONS_READ)
    @Metered("bioservices.get-face-image")
    ResponseEntity<byte[]> image(
            HttpServletRequest request,
            @PathVariable("sessionId") String sessionId,
            @PathVariable("faceId") String faceId,
            @RequestParam(name = "compression", required = false) @Nullable String compression) {
        boolean compressed =
                compression != null
                        && Boolean.TRUE.equals(LenientBoolean.parse("compression", compression));
        String tenantId = Access.callerOf(request).tenantId();
        Optional<byte[]> picture =
                sessions.picture(tenantId, WireId.session(sessionId), WireId.face(faceId));
        return picture.map(file -> copies.of(tenantId, file, compressed))
                .map(jpeg -> ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }
}
