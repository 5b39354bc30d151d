package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.api.ErrorObject;
import dev.selfsame.server.api.RequestId;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.util.List;
import java.util.Objects;

/** Answers of this API: JSON that is signed, unless somebody wants it without. */
final class SignedAnswers {

    private final SignedJson json;

    SignedAnswers(SignedJson json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    ResponseEntity<byte[]> signed(Object answer) {
        return ok(json.write(answer));
    }

    /** Something that is kept unchanged, and may be read again and again. */
    ResponseEntity<byte[]> kept(Object answer) {
        return ok(json.writeKept(answer));
    }

    /** A list of such things, each signed. */
    ResponseEntity<byte[]> kept(List<?> answers) {
        return ok(json.writeAllKept(answers));
    }

    /** Something with a picture in it, signed beside it. */
    ResponseEntity<byte[]> detached(Object answer) {
        return ok(json.writeDetached(answer));
    }

    ResponseEntity<byte[]> signedUnless(boolean signatureDisabled, Object answer) {
        return ok(signatureDisabled ? json.writeUnsigned(answer) : json.write(answer));
    }

    ResponseEntity<ErrorObject> conflict(HttpServletRequest request, String message) {
        return ResponseEntity.status(409)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ErrorObject(RequestId.of(request), message));
    }

    private static ResponseEntity<byte[]> ok(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
