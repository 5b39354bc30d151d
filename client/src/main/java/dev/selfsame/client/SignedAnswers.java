package dev.selfsame.client;

import dev.selfsame.client.SelfsameException.Kind;
import dev.selfsame.client.SignatureOutcome.Genuine;
import dev.selfsame.client.SignatureOutcome.Reason;
import dev.selfsame.client.SignatureOutcome.Refused;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Verifies the signatures of answers: that the owner of one of the server's keys made exactly this
 * text, to the byte. Says nothing about whose answer it is; compare its digest with that of the
 * file that was sent.
 *
 * <pre>{@code
 * Match match = client.signatures().verified(services.match(document, selfie));
 * }</pre>
 *
 * <p>That of a client, {@link SelfsameClient#signatures}, fetches the keys from the server, which
 * proves no more than the connection does. For evidence, keep a copy of the keys that came over a
 * way that you trust, and use {@link #of}.
 */
public final class SignedAnswers {

    private static final String MEMBER = ",\"signature\":\"";
    private static final String END = "\"}";

    private final Keys keys;

    SignedAnswers(Keys keys) {
        this.keys = Objects.requireNonNull(keys, "keys");
    }

    /**
     * Verifies with these keys alone, and without a network.
     *
     * @param jwks the text of {@code /.well-known/jwks.json}
     * @throws SelfsameException if it is none
     */
    public static SignedAnswers of(String jwks) {
        return new SignedAnswers(KeySet.parse(jwks)::key);
    }

    /**
     * The value of an answer whose signature is genuine.
     *
     * @throws SelfsameException of kind UNTRUSTED if it is not
     */
    public <T> T verified(Signed<T> answer) {
        return switch (check(answer)) {
            case Genuine _ -> answer.value();
            case Refused(var _, String sentence) ->
                    throw SelfsameException.of(Kind.UNTRUSTED, sentence, null);
        };
    }

    /**
     * Looks at a signature, whether its payload is attached or detached (RFC 7515, appendix F).
     *
     * @throws SelfsameException if the server's keys cannot be fetched
     */
    public SignatureOutcome check(Signed<?> answer) {
        String json = answer.json();
        int member = json.lastIndexOf(MEMBER);
        if (member < 0 || !json.endsWith(END)) {
            return new Refused(Reason.UNSIGNED, "the answer does not end with a signature");
        }
        String signature = json.substring(member + MEMBER.length(), json.length() - END.length());
        CompactJws jws = CompactJws.parse(signature);
        if (jws == null) {
            return new Refused(Reason.MALFORMED, "the signature is no JWS, or one with extensions");
        }
        // why rebuilt and not parsed: only so is it the text around that is verified
        String unsigned = json.substring(0, member) + "}";
        return check(jws, CompactJws.encode(unsigned.getBytes(StandardCharsets.UTF_8)));
    }

    private SignatureOutcome check(CompactJws jws, String payload) {
        VerificationKey key = keys.key(jws.kid());
        if (key == null) {
            return new Refused(Reason.UNKNOWN_KEY, "the server has no such key");
        }
        // why: a header may not choose, not even among the algorithms that are known
        if (!key.algorithm().equals(jws.algorithm())) {
            return new Refused(Reason.FORGED, "the signature is not of the key's algorithm");
        }
        String signed = jws.payload().isEmpty() ? payload : jws.payload();
        if (!key.verifies(jws.input(signed), jws.signature())) {
            return new Refused(Reason.FORGED, "the key did not make the signature");
        }
        return signed.equals(payload)
                ? new Genuine(jws.kid())
                : new Refused(Reason.ALTERED, "the answer is not what was signed");
    }
}
