package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A JWS in compact form (RFC 7515, 7.1), taken apart but not verified. Critical extensions (4.1.11)
 * and unencoded payloads (RFC 7797) are not understood; keys that a header brings along are not
 * looked at. Shares its array.
 *
 * @param algorithm from the header
 * @param kid from the header
 * @param header as it stands there
 * @param payload the same; empty where it is detached
 * @param signature decoded
 */
record CompactJws(String algorithm, String kid, String header, String payload, byte[] signature) {

    private static final int LONGEST_HEADER = 4096;
    private static final int PARTS = 3;

    /** Takes a text apart; null if it is none. */
    static @Nullable CompactJws parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS || parts[0].length() > LONGEST_HEADER) {
            return null;
        }
        byte[] header = decode(parts[0]);
        byte[] signature = decode(parts[2]);
        JsonNode json = header == null ? null : WireJson.tree(header);
        if (json == null || signature == null || json.has("crit") || json.has("b64")) {
            return null;
        }
        JsonNode algorithm = json.get("alg");
        JsonNode kid = json.get("kid");
        if (algorithm == null || !algorithm.isString() || kid == null || !kid.isString()) {
            return null;
        }
        return new CompactJws(
                algorithm.stringValue(), kid.stringValue(), parts[0], parts[1], signature);
    }

    /** The bytes that are signed (RFC 7515, 5.1), for a payload as it is to stand there. */
    byte[] input(String encodedPayload) {
        return (header + "." + encodedPayload).getBytes(StandardCharsets.US_ASCII);
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Bytes of base64url, null if it is none; one text alone stands for them. */
    static byte @Nullable [] decode(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            // why: Java takes padding, and bits in the last character that mean nothing
            return encode(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
