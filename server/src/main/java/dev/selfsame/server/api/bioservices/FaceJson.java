package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.json.JsonForm;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A face that was answered before and is sent again.
 *
 * @param id what it was called then, null where that was left out
 */
record FaceJson(
        @Nullable String id,
        @Nullable String friendlyName,
        @Nullable String digest,
        ImageType imageType,
        @Nullable Integer quality,
        @Nullable Eyes eyes,
        @Nullable FaceBox box,
        @Nullable Boolean imageRotationEnabled,
        FaceTemplate template) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");
    private static final int QUALITIES = 1_000_000;
    private static final double PIXELS = 1e6;

    /**
     * Reads a face.
     *
     * @throws dev.selfsame.server.problem.Problem {@code INVALID_REQUEST}, which says what is wrong
     */
    static FaceJson parse(JsonForm form, WireTemplate templates) {
        FaceTemplate template = templates.parse(form.get("template"));
        form.integer("templateVersion", 0, Integer.MAX_VALUE)
                .filter(version -> version != WireTemplate.version(template))
                .ifPresent(
                        version -> {
                            throw JsonForm.invalid(
                                    "templateVersion: "
                                            + version
                                            + " is not that of the template, "
                                            + WireTemplate.version(template));
                        });
        Optional<JsonForm> landmarks = form.object("landmarks");
        return new FaceJson(
                form.text("id"),
                form.text("friendlyName"),
                digest(form),
                imageType(form),
                form.number("quality").map(number -> rounded("quality", number)).orElse(null),
                landmarks.flatMap(it -> it.object("eyes")).map(FaceJson::eyes).orElse(null),
                landmarks.flatMap(it -> it.object("box")).map(FaceJson::box).orElse(null),
                form.flag("imageRotationEnabled"),
                template);
    }

    /** The face in a session, under a new id. */
    SessionFace inSession(Instant created) {
        return new SessionFace(
                UUID.randomUUID(),
                friendlyName,
                digest,
                imageType,
                quality,
                eyes,
                box,
                template,
                imageRotationEnabled,
                null,
                created);
    }

    private static ImageType imageType(JsonForm form) {
        String type = form.text("imageType");
        if (type == null) {
            throw JsonForm.invalid("imageType: missing");
        }
        return ImageTypes.parse("imageType", type);
    }

    private static @Nullable String digest(JsonForm form) {
        String digest = form.text("digest");
        if (digest != null && !DIGEST.matcher(digest).matches()) {
            throw JsonForm.invalid("digest: not a SHA-256 in hexadecimal");
        }
        return digest;
    }

    private static Integer rounded(String name, BigDecimal number) {
        double value = number.doubleValue();
        if (!(Math.abs(value) <= QUALITIES)) {
            throw JsonForm.invalid(name + ": out of range");
        }
        return (int) Math.round(value);
    }

    private static Eyes eyes(JsonForm form) {
        return new Eyes(
                pixels(form, "x1"), pixels(form, "y1"), pixels(form, "x2"), pixels(form, "y2"));
    }

    private static FaceBox box(JsonForm form) {
        return new FaceBox(
                pixels(form, "x"),
                pixels(form, "y"),
                pixels(form, "width"),
                pixels(form, "height"),
                1);
    }

    private static double pixels(JsonForm form, String name) {
        double value =
                form.number(name)
                        .orElseThrow(() -> JsonForm.invalid("landmarks: " + name + " is missing"))
                        .doubleValue();
        if (!(Math.abs(value) <= PIXELS)) {
            throw JsonForm.invalid("landmarks: " + name + " is out of range");
        }
        return value;
    }
}
