package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.signing.ResponseSigner;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** An object with at least one member, the signature's payload attached. */
    byte[] write(Object answer) {
        byte[] unsigned = json.writeValueAsBytes(answer);
        return with(signer.sign(unsigned), unsigned);
    }

    /**
     * The same for what is kept unchanged and read again: signed once, while that is remembered.
     */
    byte[] writeKept(Object answer) {
        byte[] unsigned = json.writeValueAsBytes(answer);
        return with(signer.signOnce(unsigned), unsigned);
    }

    /**
     * The same as {@link #write} with a detached signature, for answers with a picture, which would
     * be sent twice.
     */
    byte[] writeDetached(Object answer) {
        byte[] unsigned = json.writeValueAsBytes(answer);
        return with(signer.signDetached(unsigned), unsigned);
    }

    /** Without a signature, for callers who asked for none. */
    byte[] writeUnsigned(Object answer) {
        return json.writeValueAsBytes(answer);
    }

    /** An array of objects, each with a signature of its own as {@link #writeKept} adds it. */
    byte[] writeAllKept(List<?> answers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write('[');
        for (int i = 0; i < answers.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(writeKept(answers.get(i)));
        }
        out.write(']');
        return out.toByteArray();
    }

    private static byte[] with(String jws, byte[] unsigned) {
        byte[] signature = jws.getBytes(StandardCharsets.US_ASCII);
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
