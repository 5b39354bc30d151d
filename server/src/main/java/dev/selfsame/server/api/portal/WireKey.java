package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.tenant.ApiKey;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** An API key without its secret. */
record WireKey(
        @JsonProperty("id") String id,
        @JsonProperty("name") String name,
        @JsonProperty("scopes") List<String> scopes,
        @JsonProperty("created") String created,
        @JsonProperty("lastUsed") @Nullable String lastUsed,
        @JsonProperty("expires") @Nullable String expires,
        @JsonProperty("revoked") @Nullable String revoked) {

    static WireKey of(ApiKey key) {
        return new WireKey(
                key.id(),
                key.name(),
                GivableScopes.names(key.scopes()),
                key.created().toString(),
                text(key.lastUsed()),
                text(key.expires()),
                text(key.revoked()));
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
