package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.server.biosession.NewFace;
import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.multipart.PartNames;
import dev.selfsame.server.multipart.Parts;

import jakarta.servlet.http.HttpServletRequest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Reads the bodies in which faces come. */
final class FaceBodies {

    private static final PartNames PARTS = new PartNames(Set.of("image"), Set.of("face"));

    private final MultipartReader multipart;
    private final JsonReader json;
    private final FaceSignatures signatures;
    private final WireTemplate templates;

    FaceBodies(
            MultipartReader multipart,
            JsonReader json,
            FaceSignatures signatures,
            WireTemplate templates) {
        this.multipart = Objects.requireNonNull(multipart, "multipart");
        this.json = Objects.requireNonNull(json, "json");
        this.signatures = Objects.requireNonNull(signatures, "signatures");
        this.templates = Objects.requireNonNull(templates, "templates");
    }

    /**
     * A picture and what its sender says of it.
     *
     * @param signatureDisabled whether its answer is to go without a signature
     */
    record Upload(NewFace face, byte[] image, boolean signatureDisabled) {

        FaceRequest request() {
            return new FaceRequest(Boolean.TRUE.equals(face.imageRotationEnabled()), false);
        }
    }

    /** Works on a body of the parts {@code face} and {@code image} while it is in memory. */
    <T> T withPicture(HttpServletRequest request, Function<Upload, T> work) throws IOException {
        try (Parts parts =
                multipart.read(
                        request.getContentType(),
                        request.getContentLengthLong(),
                        request.getInputStream(),
                        PARTS)) {
            JsonForm form = object("face", PartTexts.required(parts, "face"));
            return work.apply(upload(form, PartTexts.picture(parts, "image")));
        }
    }

    private static Upload upload(JsonForm form, byte[] image) {
        String type = form.text("imageType");
        if (type == null) {
            throw JsonForm.invalid("face: imageType is missing");
        }
        return new Upload(
                new NewFace(
                        ImageTypes.parse("face: imageType", type),
                        form.text("friendlyName"),
                        form.flag("imageRotationEnabled")),
                image,
                Boolean.TRUE.equals(form.flag("signatureDisabled")));
    }

    /** A face that was answered before, as the whole body. */
    FaceJson face(HttpServletRequest request) throws IOException {
        try (JsonBody body = json.read(request.getContentLengthLong(), request.getInputStream())) {
            return face(JsonForm.open("body", body.value()));
        }
    }

    /** A face that was answered before, as the text of a part. */
    FaceJson face(String part, String text) {
        return face(object(part, text));
    }

    private FaceJson face(JsonForm form) {
        FaceJson face = FaceJson.parse(form, templates);
        signatures.check(form);
        return face;
    }

    /** The object in the text of a part. */
    JsonForm object(String part, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (JsonBody body = json.read(bytes.length, new ByteArrayInputStream(bytes))) {
            return JsonForm.open(part, body.value());
        }
    }
}
