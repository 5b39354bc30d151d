package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.multipart.PartNames;
import dev.selfsame.server.multipart.Parts;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Set;

/**
 * The parts of {@code POST /v2/ages}, checked.
 *
 * @param threshold years, 0..150
 */
record AgeForm(
        byte[] image,
        BigDecimal threshold,
        ImageType imageType,
        boolean signatureDisabled,
        @Nullable Boolean imageRotationEnabled) {

    static final PartNames PARTS = new PartNames(Set.of("image"), Set.of("age"));

    private static final BigDecimal OLDEST = BigDecimal.valueOf(150);

    static AgeForm of(Parts parts, FaceBodies bodies) {
        JsonForm form = bodies.object("age", PartTexts.required(parts, "age"));
        String type = form.text("imageType");
        return new AgeForm(
                PartTexts.picture(parts, "image"),
                threshold(form),
                type == null ? ImageType.SELFIE : ImageTypes.parse("age: imageType", type),
                Boolean.TRUE.equals(form.flag("signatureDisabled")),
                form.flag("imageRotationEnabled"));
    }

    FaceRequest faceRequest() {
        return new FaceRequest(Boolean.TRUE.equals(imageRotationEnabled), true);
    }

    private static BigDecimal threshold(JsonForm form) {
        BigDecimal threshold =
                form.number("threshold")
                        .orElseThrow(() -> JsonForm.invalid("age: threshold is missing"));
        if (threshold.signum() < 0
                || threshold.compareTo(OLDEST) > 0
                || threshold.scale() > 3
                || threshold.scale() < -3) {
            throw JsonForm.invalid("age: threshold is out of range (expected: 0..150)");
        }
        return threshold;
    }
}
