package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.biosession.BioSession;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.face.ReadFace;
import dev.selfsame.server.media.StoredObject;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/** Writes faces as the wire has them. */
final class Faces {

    private final BioServicesOptions options;

    Faces(BioServicesOptions options) {
        this.options = Objects.requireNonNull(options, "options");
    }

    /** A face of a session, whole. */
    Face of(BioSession session, SessionFace face) {
        StoredObject image = face.image();
        return new Face(
                face.id().toString(),
                face.friendlyName(),
                face.digest(),
                mode(face.template()),
                face.imageType(),
                face.quality(),
                Landmarks.of(face.eyes(), face.box()),
                face.imageRotationEnabled(),
                WireTemplate.text(face.template()),
                WireTemplate.version(face.template()),
                image == null ? null : ImageStorage.of(image),
                Timestamp.of(face.created()),
                Timestamp.of(session.expires()));
    }

    /** A face read for one request and kept by its client alone, if at all. */
    Face direct(
            String id,
            ReadFace face,
            ImageType imageType,
            @Nullable String friendlyName,
            @Nullable Boolean imageRotationEnabled,
            Instant created) {
        FaceTemplate template = face.reading().template();
        return new Face(
                id,
                friendlyName,
                face.sha256(),
                mode(template),
                imageType,
                face.reading().quality().value(),
                Landmarks.of(face.reading().eyes(), face.reading().box()),
                imageRotationEnabled,
                WireTemplate.text(template),
                WireTemplate.version(template),
                null,
                Timestamp.of(created),
                null);
    }

    /** A reference that its client sent, as little of it as the contract shows. */
    Face reference(String id, FaceJson face) {
        return new Face(
                id,
                face.friendlyName(),
                null,
                mode(face.template()),
                face.imageType(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private String mode(FaceTemplate template) {
        return options.modeOr(template.mode());
    }
}
