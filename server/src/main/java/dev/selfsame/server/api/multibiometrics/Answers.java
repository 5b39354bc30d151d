package dev.selfsame.server.api.multibiometrics;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** Writes answers byte by byte as the contract has them, whatever the request asks for. */
final class Answers {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);
    private static final byte[] SUCCESS = "{\"Success\":true,".getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json;
    private final MultibiometricsOptions options;

    Answers(JsonMapper json, MultibiometricsOptions options) {
        this.json = Objects.requireNonNull(json, "json");
        this.options = Objects.requireNonNull(options, "options");
    }

    /** The answer of an operation that says by its status that it succeeded. */
    ResponseEntity<byte[]> ok(Object answer) {
        return ok(answer, new HttpHeaders());
    }

    /** The same with headers of its own. */
    ResponseEntity<byte[]> ok(Object answer, HttpHeaders headers) {
        byte[] bytes = json.writeValueAsBytes(answer);
        return json(200, options.stateSuccess() ? withSuccess(bytes) : bytes, headers);
    }

    /** Bytes that are signed, and so must go out as they are. */
    ResponseEntity<byte[]> signed(byte[] document) {
        return json(200, document, new HttpHeaders());
    }

    /** The answer of an operation that has a member of its own for that. */
    ResponseEntity<byte[]> plain(Object answer) {
        return json(200, json.writeValueAsBytes(answer), new HttpHeaders());
    }

    /** An error of the contract: the sentence alone, or as JSON to who can read nothing else. */
    ResponseEntity<byte[]> refused(HttpServletRequest request, String text) {
        if (options.jsonErrors() && Accept.wantsJsonAlone(request.getHeader("Accept"))) {
            byte[] bytes = json.writeValueAsBytes(new RefusalJson(false, text));
            return json(400, bytes, new HttpHeaders());
        }
        return ResponseEntity.badRequest()
                .contentType(TEXT)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** An error of what stands before the operations. */
    ResponseEntity<byte[]> gateway(int status, String message) {
        return gateway(GatewayError.of(status, message), new HttpHeaders());
    }

    /** Too much was asked for; the same request can succeed later. */
    ResponseEntity<byte[]> later(String message, Duration retryAfter) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
        return gateway(GatewayError.of(429, message), headers);
    }

    ResponseEntity<byte[]> gateway(GatewayError error, HttpHeaders headers) {
        return json(error.statusCode(), json.writeValueAsBytes(error), headers);
    }

    private static ResponseEntity<byte[]> json(int status, byte[] bytes, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes);
    }

    private static byte[] withSuccess(byte[] object) {
        byte[] bytes = new byte[SUCCESS.length + object.length - 1];
        System.arraycopy(SUCCESS, 0, bytes, 0, SUCCESS.length);
        System.arraycopy(object, 1, bytes, SUCCESS.length, object.length - 1);
        return bytes;
    }
}
