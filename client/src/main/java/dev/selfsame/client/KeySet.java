package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A server's keys by their names.
 *
 * @param keys by kid
 */
record KeySet(Map<String, VerificationKey> keys) {

    private static final int MOST = 100;

    KeySet {
        keys = Map.copyOf(keys);
    }

    /**
     * Reads a JWKS (RFC 7517, 5). Keys without a name, and such as are not used here, are passed
     * over.
     *
     * @throws SelfsameException if it is none, or absurdly large
     */
    static KeySet parse(String jwks) {
        JsonNode list = WireJson.object(jwks).get("keys");
        if (list == null || !list.isArray() || list.size() > MOST) {
            throw SelfsameException.unusable("it is no JWKS");
        }
        Map<String, VerificationKey> keys = new LinkedHashMap<>();
        for (JsonNode jwk : list) {
            JsonNode kid = jwk.get("kid");
            VerificationKey key = VerificationKey.of(jwk);
            if (kid != null && kid.isString() && key != null) {
                keys.putIfAbsent(kid.stringValue(), key);
            }
        }
        return new KeySet(keys);
    }

    @Nullable VerificationKey key(String kid) {
        return keys.get(kid);
    }
}
