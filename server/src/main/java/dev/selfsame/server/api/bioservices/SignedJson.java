package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.signing.ResponseSigner;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Serialises an answer once, signs exactly those bytes and adds the signature as the last member.
 * So whoever takes that member away again has the signed bytes.
 */
final class SignedJson {

    private static final byte[] BEFORE = ",\"signature\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AFTER = "\"}".getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json;
    private final ResponseSigner signer;

    SignedJson(JsonMapper json, ResponseSigner signer) {
        this.json = Objects.requireNonNull(json, "json");
        this.signer = Objects.requireNonNull(signer, "signer");
    }

    /** The bytes of an object without a signature. */
    byte[] writeUnsigned(Object answer) {
        return json.writeValueAsBytes(answer);
    }

    /** An array of objects that are each signed. */
    byte[] writeAll(java.util.List<?> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(write(answers.get(i)));
        }
        out.write(']');
        return out.toByteArray();
    }

    /** The bytes of an object with at least one member. */
    byte[] write(Object answer) {
        byte[] unsigned = json.writeValueAsBytes(answer);
        byte[] signature = signer.sign(unsigned).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out =
                new ByteArrayOutputStream(
                        unsigned.length + BEFORE.length + signature.length + AFTER.length);
        out.write(unsigned, 0, unsigned.length - 1);
        out.writeBytes(BEFORE);
        out.writeBytes(signature);
        out.writeBytes(AFTER);
        return out.toByteArray();
    }
}
