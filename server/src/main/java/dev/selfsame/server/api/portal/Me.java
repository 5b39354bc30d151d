package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.portal.PortalSession;
import dev.selfsame.server.portal.PortalUser;

import org.jspecify.annotations.Nullable;

/** Who is signed in. */
@JsonPropertyOrder({"name", "role", "tenant", "csrf", "totp"})
record Me(
        @JsonProperty("name") String name,
        @JsonProperty("role") String role,
        @JsonProperty("tenant") @Nullable String tenant,
        @JsonProperty("csrf") String csrf,
        @JsonProperty("totp") boolean totp) {

    static Me of(PortalUser user, PortalSession session) {
        return new Me(
                user.name(), user.role().name(), user.tenantId(), session.csrfToken(), user.totp());
    }
}
