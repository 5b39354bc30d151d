package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.json.JsonBody;
import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.json.JsonValue.Flag;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Numeral;
import dev.selfsame.server.json.JsonValue.Text;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SignatureOutcome;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * Checks the signature of a face that comes back: this server made it, and whatever of the face it
 * states is still as it was signed. A face without a signature is taken as it is, since signatures
 * can be switched off.
 */
final class FaceSignatures {

    private static final String SIGNATURE = "signature";
    private static final String TEMPLATE = "template";
    private static final int LONGEST = 32_768;

    private final SignatureCheck signatures;
    private final JsonReader json;

    FaceSignatures(SignatureCheck signatures, JsonReader json) {
        this.signatures = Objects.requireNonNull(signatures, "signatures");
        this.json = Objects.requireNonNull(json, "json");
    }

    /**
     * Checks a face that has a template.
     *
     * @throws dev.selfsame.server.problem.Problem {@code INVALID_REQUEST}, which says what is wrong
     */
    void check(JsonForm face) {
        String signature = face.text(SIGNATURE, LONGEST);
        if (signature == null) {
            return;
        }
        switch (signatures.check(signature)) {
            case SignatureOutcome.Refused(var _, String sentence) ->
                    throw JsonForm.invalid(
                            "signature: " + sentence + "; send the face as it was answered");
            case SignatureOutcome.Valid(byte[] payload, var _) -> compare(face, payload);
        }
    }

    private void compare(JsonForm face, byte[] payload) {
        try (JsonBody body = json.read(payload.length, new ByteArrayInputStream(payload))) {
            JsonForm signed = JsonForm.open(SIGNATURE, body.value());
            if (signed.get(TEMPLATE).isEmpty()) {
                throw JsonForm.invalid("signature: of something else than a face");
            }
            signed.members()
                    .byName()
                    .forEach(
                            (name, value) -> {
                                JsonValue now = face.get(name);
                                // why missing is fine: what is not stated is not claimed either
                                if (!(now instanceof Nothing) && !isSame(now, value)) {
                                    throw JsonForm.invalid(
                                            name
                                                    + " is not what was signed; send the face as it"
                                                    + " was answered");
                                }
                            });
        }
    }

    /** Whether two values say the same, however their numbers are spelt. */
    private static boolean isSame(JsonValue one, JsonValue other) {
        return switch (one) {
            case Numeral(String spelling) ->
                    other instanceof Numeral(String second) && isSame(spelling, second);
            case Members(var members) ->
                    other instanceof Members(var second)
                            && members.keySet().equals(second.keySet())
                            && members.entrySet().stream()
                                    .allMatch(
                                            it ->
                                                    isSame(
                                                            it.getValue(),
                                                            Objects.requireNonNull(
                                                                    second.get(it.getKey()))));
            case Text _, Flag _, Nothing _, Elements _, LongText _ -> one.equals(other);
        };
    }

    private static boolean isSame(String one, String other) {
        try {
            return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
