package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerImport;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.engine.template.TemplateDecoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * From the bytes of an artifact to a template: pictures, templates made here, and standard records
 * of minutiae, told apart by their first bytes. Works on the caller's thread and costs CPU time.
 */
final class Artifacts {

    private static final byte[] OWN = "SSBT".getBytes(StandardCharsets.US_ASCII);
    // ISO/IEC 19794-2, 8.3 and ANSI INCITS 378, 6.4
    private static final byte[] RECORD = "FMR\0".getBytes(StandardCharsets.US_ASCII);

    private final Engine engine;

    Artifacts(Engine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /**
     * The template of a picture.
     *
     * @throws Refusal or {@code Problem} if there is none in it
     */
    Template ofPicture(byte[] picture, Modality modality) {
        return switch (modality) {
            case FACE -> face(engine.readFace(picture, FaceRequest.PLAIN));
            case FINGER -> finger(engine.readFinger(picture, FingerRequest.PLAIN));
        };
    }

    /** The template that an artifact is or shows. */
    Template of(byte[] artifact, Modality modality) {
        if (startsWith(artifact, OWN)) {
            return own(artifact, modality);
        }
        return startsWith(artifact, RECORD) && modality == Modality.FINGER
                ? recorded(artifact)
                : ofPicture(artifact, modality);
    }

    private static Template own(byte[] bytes, Modality modality) {
        Template template =
                switch (TemplateCodec.decode(bytes)) {
                    case TemplateDecoding.Read(var read) -> read;
                    case TemplateDecoding.Refused(var detail) -> throw modality.noTemplate(detail);
                };
        Modality made =
                switch (template) {
                    case FaceTemplate _ -> Modality.FACE;
                    case FingerTemplate _ -> Modality.FINGER;
                };
        if (made != modality) {
            throw modality.noTemplate("the template is of the other kind");
        }
        return template;
    }

    private Template recorded(byte[] record) {
        return switch (engine.importFinger(record)) {
            case FingerImport.Imported(var _, var fingers, var _) -> {
                if (fingers.size() > 1) {
                    throw Modality.FINGER.noTemplate("the record holds several fingers");
                }
                yield fingers.getFirst().template();
            }
            case FingerImport.NoMinutiae _ ->
                    throw Modality.FINGER.noTemplate("the record has too few minutiae");
            case FingerImport.Refused(var _, var detail) ->
                    throw Modality.FINGER.noTemplate(detail);
        };
    }

    private static Template face(FaceOutcome outcome) {
        return switch (outcome) {
            case FaceOutcome.Found(var face, var _, var _) -> face.template();
            case FaceOutcome.NoFace _ -> throw Modality.FACE.noTemplate("no face found");
            case FaceOutcome.SeveralFaces(var count, var _) ->
                    throw Modality.FACE.noTemplate(count + " faces found");
            case FaceOutcome.Unreadable(var refusal) -> throw ErrorTable.unreadable(refusal);
        };
    }

    private static Template finger(FingerOutcome outcome) {
        return switch (outcome) {
            case FingerOutcome.Found(var template, var _, var _) -> template;
            case FingerOutcome.NoMinutiae(var minutiae, var _) ->
                    throw Modality.FINGER.noTemplate(minutiae + " minutiae found");
            case FingerOutcome.Unreadable(var refusal) -> throw ErrorTable.unreadable(refusal);
        };
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
