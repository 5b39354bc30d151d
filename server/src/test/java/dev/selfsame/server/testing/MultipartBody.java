package dev.selfsame.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of parts under construction, as clients build them. */
public final class MultipartBody {

    private static final String BOUNDARY = "------------------------3e1f0d5a7c9b2468";

    private final String type;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private MultipartBody(String type) {
        this.type = type;
    }

    public static MultipartBody formData() {
        return new MultipartBody("multipart/form-data");
    }

    public static MultipartBody mixed() {
        return new MultipartBody("multipart/mixed");
    }

    /** Two pictures and what else a match needs. */
    public static MultipartBody match(byte[] reference, byte[] candidate) {
        return formData()
                .file("referenceImage", reference)
                .file("candidateImage", candidate)
                .text("referenceImageType", "SELFIE")
                .text("candidateImageType", "ID_DOCUMENT");
    }

    public MultipartBody text(String name, String value) {
        return part("Content-Disposition: form-data; name=\"" + name + "\"", utf8(value));
    }

    public MultipartBody file(String name, byte[] content) {
        return part(
                "Content-Disposition: form-data; name=\""
                        + name
                        + "\"; filename=\"a.jpg\"\r\nContent-Type: application/octet-stream",
                content);
    }

    /** A part with headers of its own, lines separated by CR LF. */
    public MultipartBody part(String headers, byte[] content) {
        bytes.writeBytes(utf8("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n"));
        bytes.writeBytes(content);
        bytes.writeBytes(utf8("\r\n"));
        return this;
    }

    public String contentType() {
        return type + "; boundary=" + BOUNDARY;
    }

    /** The body with its last boundary. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
        return whole.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
