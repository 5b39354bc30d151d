package dev.selfsame.server.signing;

import dev.selfsame.server.signing.AnswerOutcome.AsSent;
import dev.selfsame.server.signing.AnswerOutcome.Reformatted;
import dev.selfsame.server.signing.AnswerOutcome.Refused;
import dev.selfsame.server.signing.SignatureOutcome.Valid;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Checks answers that carry their own signature: the signed bytes are the answer without its last
 * member, {@code ,"signature":"..."}. Answers that a tool wrote anew are told apart from altered
 * ones. Safe for any number of threads.
 */
public final class AnswerCheck {

    private static final String MEMBER = "signature";
    private static final JsonMapper COMPACT = JsonMapper.builder().build();

    private final SignatureCheck signatures;

    public AnswerCheck(SignatureCheck signatures) {
        this.signatures = Objects.requireNonNull(signatures, "signatures");
    }

    /**
     * Checks one.
     *
     * @param answer text of one JSON object, as {@link SignedFile} finds it
     */
    public AnswerOutcome check(String answer) {
        JsonNode tree;
        try {
            tree = SignedFile.tree(answer);
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
        if (!(tree instanceof ObjectNode object)) {
            return refused("it is no JSON object");
        }
        JsonNode signature = object.remove(MEMBER);
        if (signature == null) {
            return refused("it has no signature");
        }
        if (!signature.isString()) {
            return refused("its signature is no text");
        }
        String jws = signature.stringValue();
        String unsigned = withoutLastMember(answer, jws);
        return jws.contains("..")
                ? detached(jws, unsigned, answer)
                : attached(jws, unsigned, object);
    }

    private AnswerOutcome attached(String jws, @Nullable String unsigned, ObjectNode object) {
        return switch (signatures.check(jws)) {
            case SignatureOutcome.Refused(_, String sentence) ->
                    refused("its signature is not valid: " + sentence);
            case Valid(byte[] payload, String kid) -> compared(payload, kid, unsigned, object);
        };
    }

    private static AnswerOutcome compared(
            byte[] payload, String kid, @Nullable String unsigned, ObjectNode object) {
        try {
            String signed = StrictUtf8.text(payload);
            if (signed.equals(unsigned)) {
                return new AsSent(kid);
            }
            List<String> differences = AnswerDifferences.between(SignedFile.tree(signed), object);
            return differences.isEmpty()
                    ? new Reformatted(kid)
                    : new Refused(
                            "altered: its signature is valid, but was made for another answer",
                            differences);
        } catch (IllegalArgumentException e) {
            return refused("its signature is valid, but signs no answer");
        }
    }

    /**
     * There is nothing to compare with, so only the very bytes will do, or a good guess at them.
     */
    private AnswerOutcome detached(String jws, @Nullable String unsigned, String answer) {
        if (unsigned != null) {
            SignatureOutcome exact = signatures.checkDetached(jws, bytes(unsigned));
            if (exact instanceof Valid(_, String kid)) {
                return new AsSent(kid);
            }
        }
        return switch (signatures.checkDetached(jws, bytes(compact(answer).orElse("")))) {
            case Valid(_, String kid) -> new Reformatted(kid);
            case SignatureOutcome.Refused(SignatureOutcome.Reason reason, String sentence) ->
                    refused(
                            reason == SignatureOutcome.Reason.ALTERED
                                    ? "altered, or written anew by a tool: a detached signature"
                                            + " needs the bytes as they were sent"
                                    : "its signature is not valid: " + sentence);
        };
    }

    /** The text as the server wrote it before it signed; null where a tool has written it anew. */
    private static @Nullable String withoutLastMember(String answer, String jws) {
        String last = ",\"" + MEMBER + "\":\"" + jws + "\"}";
        return answer.endsWith(last)
                ? answer.substring(0, answer.length() - last.length()) + '}'
                : null;
    }

    /** The text as the server would write it, members in the order in which they are. */
    private static Optional<String> compact(String answer) {
        try {
            ObjectNode object = (ObjectNode) COMPACT.readTree(answer);
            object.remove(MEMBER);
            return Optional.of(COMPACT.writeValueAsString(object));
        } catch (JacksonException e) {
            // why nothing: the parser's usual bounds are lower than those of a signed file
            return Optional.empty();
        }
    }

    private static Refused refused(String sentence) {
        return new Refused(sentence, List.of());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
