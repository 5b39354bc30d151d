package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.signing.SigningKeyRotation;
import dev.selfsame.server.signing.SigningKeyStore;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.signing.StoredSigningKey;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The keys that answers are signed with, for administrators. */
@RestController
final class SigningKeyRoutes {

    private final SigningKeyStore store;
    private final SigningKeyRotation rotation;
    private final SigningOptions options;
    private final PortalTrail trail;

    /** Keys. */
    record KeyList(@JsonProperty("keys") List<Key> keys) {}

    /** A key, without what it signs with. */
    record Key(
            @JsonProperty("kid") String kid,
            @JsonProperty("algorithm") String algorithm,
            @JsonProperty("created") String created,
            @JsonProperty("current") boolean current,
            @JsonProperty("retired") @Nullable String retired) {
        static Key of(StoredSigningKey key, boolean current) {
            return new Key(
                    key.kid(),
                    key.algorithm().name(),
                    key.created().toString(),
                    current,
                    key.retired() == null ? null : key.retired().toString());
        }
    }

    /** The new current key. */
    record NewKey(@JsonProperty("kid") String kid) {}

    SigningKeyRoutes(
            SigningKeyStore store,
            SigningKeyRotation rotation,
            SigningOptions options,
            PortalTrail trail) {
        this.store = Objects.requireNonNull(store, "store");
        this.rotation = Objects.requireNonNull(rotation, "rotation");
        this.options = Objects.requireNonNull(options, "options");
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    @GetMapping("/portal/api/signing-keys")
    @Entry(Entry.Who.ADMINISTRATOR)
    KeyList list() {
        List<StoredSigningKey> keys = store.list();
        String current = StoredSigningKey.current(keys).map(StoredSigningKey::kid).orElse("");
        return new KeyList(
                keys.stream().map(key -> Key.of(key, key.kid().equals(current))).toList());
    }

    @PostMapping("/portal/api/signing-keys")
    @Entry(Entry.Who.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    NewKey rotate(HttpServletRequest request) {
        Optional<String> kid = rotation.rotate(options);
        trail.record(
                Visitor.of(request),
                null,
                "signing.rotate",
                kid.orElse(AuditEntry.NONE),
                kid.isPresent());
        return new NewKey(
                kid.orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.CONFLICT,
                                        "somebody else has just replaced the key; look at the"
                                                + " list")));
    }
}
