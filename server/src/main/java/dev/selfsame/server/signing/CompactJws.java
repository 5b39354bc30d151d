package dev.selfsame.server.signing;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;

/**
 * A JWS in compact form (RFC 7515, 7.1), taken apart but not verified. Only what this server makes
 * is understood: no critical extensions (4.1.11), no unencoded payload (RFC 7797), no algorithm but
 * its own; keys that a header brings along are not even looked at. Shares its arrays.
 *
 * @param algorithm from the header
 * @param kid from the header, null without one
 * @param encodedHeader as it stands in the JWS
 * @param encodedPayload the same; empty where it is detached
 * @param signature decoded
 */
record CompactJws(
        SigningAlgorithm algorithm,
        @Nullable String kid,
        String encodedHeader,
        String encodedPayload,
        byte[] signature) {

    /** Longest JWS in characters: the largest answer and a third. */
    static final int MOST_CHARS = 96 * 1024 * 1024;

    private static final int MOST_HEADER_CHARS = 4096;
    private static final int MOST_SIGNATURE_CHARS = 1400;
    private static final int MOST_DEPTH = 4;

    private static final JsonMapper HEADER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MOST_DEPTH)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    CompactJws {
        Objects.requireNonNull(algorithm, "algorithm");
        Objects.requireNonNull(encodedHeader, "encodedHeader");
        Objects.requireNonNull(encodedPayload, "encodedPayload");
        Objects.requireNonNull(signature, "signature");
    }

    /**
     * Takes a text apart.
     *
     * @throws IllegalArgumentException if it is none; the message says why and repeats nothing of
     *     it
     */
    static CompactJws parse(String text) {
        if (text.length() > MOST_CHARS) {
            throw new IllegalArgumentException("it is too long");
        }
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
            throw new IllegalArgumentException("it does not have three parts");
        }
        if (first > MOST_HEADER_CHARS || text.length() - second > MOST_SIGNATURE_CHARS) {
            throw new IllegalArgumentException("its header or signature is too long");
        }
        String encodedHeader = text.substring(0, first);
        JsonNode header = header(decode(encodedHeader));
        return new CompactJws(
                algorithm(header),
                kid(header),
                encodedHeader,
                text.substring(first + 1, second),
                decode(text.substring(second + 1)));
    }

    /** The bytes of the payload. */
    byte[] payload() {
        return decode(encodedPayload);
    }

    private static JsonNode header(byte[] bytes) {
        JsonNode header;
        try {
            // why as text: a decoder that is strict about UTF-8, and no other encoding
            header = HEADER.readTree(StrictUtf8.text(bytes));
        } catch (JacksonException e) {
            // why without its cause: that quotes what was sent
            throw new IllegalArgumentException("its header is no JSON, or names something twice");
        }
        if (!header.isObject()) {
            throw new IllegalArgumentException("its header is no JSON object");
        }
        if (header.has("crit") || header.has("b64")) {
            throw new IllegalArgumentException("its header asks for an extension");
        }
        return header;
    }

    private static SigningAlgorithm algorithm(JsonNode header) {
        JsonNode algorithm = header.get("alg");
        for (SigningAlgorithm known : SigningAlgorithm.values()) {
            if (algorithm != null
                    && algorithm.isString()
                    && algorithm.stringValue().equals(known.name())) {
                return known;
            }
        }
        throw new IllegalArgumentException("its algorithm is neither RS256 nor ES256");
    }

    private static @Nullable String kid(JsonNode header) {
        JsonNode kid = header.get("kid");
        if (kid == null) {
            return null;
        }
        if (!kid.isString()) {
            throw new IllegalArgumentException("its kid is no text");
        }
        return kid.stringValue();
    }

    /** Bytes of base64url (RFC 4648, 5) as RFC 7515 wants it: one text alone stands for them. */
    private static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a part of it is no base64url");
        }
        // why: Java takes padding, and bits in the last character that mean nothing
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
            throw new IllegalArgumentException("a part of it is no base64url");
        }
        return bytes;
    }
}
