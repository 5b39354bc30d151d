package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.engine.template.TemplateDecoding;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;

import java.util.Base64;
import java.util.Objects;

/** Face templates as text, and back from whoever had them meanwhile. */
final class WireTemplate {

    private static final int FORMATS = 100;

    private final FaceCoding coding;

    WireTemplate(FaceCoding coding) {
        this.coding = Objects.requireNonNull(coding, "coding");
    }

    static String text(FaceTemplate template) {
        return Base64.getUrlEncoder().encodeToString(TemplateCodec.encode(template));
    }

    /** The layout's version times 100 and the mode's: what cannot be compared differs in it. */
    static int version(FaceTemplate template) {
        return TemplateCodec.FORMAT_VERSION * FORMATS + template.modeVersion();
    }

    /**
     * The template in a member of a face.
     *
     * @throws dev.selfsame.server.problem.Problem {@code INVALID_REQUEST}, which says whether it is
     *     missing, somebody else's, altered, of a finger or of another mode
     */
    FaceTemplate parse(JsonValue value) {
        if (value.isEmpty()) {
            throw JsonForm.invalid("template: missing; send the face as it was answered");
        }
        byte[] bytes = value.base64().orElseThrow(() -> JsonForm.invalid("template: not base64"));
        return switch (TemplateCodec.decode(bytes)) {
            case TemplateDecoding.Refused(String detail) ->
                    throw JsonForm.invalid("template: " + detail + "; send the picture instead");
            case TemplateDecoding.Read(FingerTemplate _) ->
                    throw JsonForm.invalid("template: of a finger (expected: of a face)");
            case TemplateDecoding.Read(FaceTemplate face) -> current(face);
        };
    }

    private FaceTemplate current(FaceTemplate face) {
        if (!coding.isCurrent(face)) {
            throw JsonForm.invalid(
                    "template: made in the mode "
                            + face.mode()
                            + " version "
                            + face.modeVersion()
                            + ", which is not the one in use, "
                            + coding.currentMode()
                            + "; send the picture instead");
        }
        return face;
    }
}
