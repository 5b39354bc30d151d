package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Scopes;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The API keys of a tenant. */
@RestController
final class KeyRoutes {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 3660;
    private static final int MOST_GRACE_HOURS = 366 * 24;
    private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);
    private static final int USUAL_GRACE_HOURS = 24;

    private final PortalForms forms;
    private final ApiKeys keys;
    private final PortalTrail trail;
    private final Clock clock;

    /** Keys, and what the visitor can let a new one do. */
    record KeyList(
            @JsonProperty("keys") List<WireKey> keys,
            @JsonProperty("scopes") List<String> scopes) {}

    /** A key, shown once. */
    record NewKey(@JsonProperty("id") String id, @JsonProperty("key") String key) {
        static NewKey of(IssuedKey issued) {
            return new NewKey(issued.key().id(), issued.text());
        }

        @Override
        public String toString() {
            return "NewKey[id=" + id + "]";
        }
    }

    private record Form(String name, Scopes scopes, @Nullable Duration lifetime) {}

    KeyRoutes(PortalForms forms, ApiKeys keys, PortalTrail trail, Clock clock) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.trail = Objects.requireNonNull(trail, "trail");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @GetMapping("/portal/api/tenants/{tenant}/keys")
    @Entry(Entry.Who.SIGNED_IN)
    KeyList list(@PathVariable(PortalGate.TENANT) String tenant, HttpServletRequest request) {
        return new KeyList(
                keys.list(tenant).stream().map(WireKey::of).toList(),
                GivableScopes.of(Visitor.of(request)));
    }

    @PostMapping("/portal/api/tenants/{tenant}/keys")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    NewKey create(@PathVariable(PortalGate.TENANT) String tenant, HttpServletRequest request)
            throws IOException {
        Visitor visitor = Visitor.of(request);
        Form form = forms.read(request, KeyRoutes::form);
        GivableScopes.check(visitor, form.scopes());
        IssuedKey issued =
                PortalForms.checked(
                        () -> keys.issue(tenant, form.name(), form.scopes(), form.lifetime()));
        trail.record(visitor, tenant, "keys.create", issued.key().id(), true);
        return NewKey.of(issued);
    }

    @PostMapping("/portal/api/tenants/{tenant}/keys/{key}/rotate")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.CREATED)
    NewKey rotate(
            @PathVariable(PortalGate.TENANT) String tenant,
            @PathVariable("key") String id,
            HttpServletRequest request)
            throws IOException {
        Visitor visitor = Visitor.of(request);
        int grace =
                forms.read(request, it -> it.integer("graceHours", 0, MOST_GRACE_HOURS))
                        .orElse(USUAL_GRACE_HOURS);
        ApiKey old = find(tenant, id);
        GivableScopes.check(visitor, old.scopes());
        Optional<IssuedKey> issued =
                old.isValidAt(clock.instant())
                        ? keys.rotate(tenant, id, Duration.ofHours(grace), lifetime(old))
                        : Optional.empty();
        trail.record(visitor, tenant, "keys.rotate", id, issued.isPresent());
        IssuedKey successor =
                issued.orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.CONFLICT,
                                        "this key has ended and cannot be replaced; make a new"
                                                + " one"));
        trail.record(visitor, tenant, "keys.create", successor.key().id(), true);
        return NewKey.of(successor);
    }

    @DeleteMapping("/portal/api/tenants/{tenant}/keys/{key}")
    @Entry(Entry.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(
            @PathVariable(PortalGate.TENANT) String tenant,
            @PathVariable("key") String id,
            HttpServletRequest request) {
        find(tenant, id);
        boolean revoked = keys.revoke(tenant, id);
        trail.record(Visitor.of(request), tenant, "keys.revoke", id, revoked);
        if (!revoked) {
            throw new Problem(ProblemKind.CONFLICT, "this key was revoked before");
        }
    }

    private ApiKey find(String tenant, String id) {
        return keys.list(tenant).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> new Problem(ProblemKind.NOT_FOUND, "the tenant has no such key"));
    }

    /** As long as the old one was made for; nobody is asked again. */
    private static @Nullable Duration lifetime(ApiKey old) {
        if (old.expires() == null) {
            return null;
        }
        Duration whole = Duration.between(old.created(), old.expires());
        return whole.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : whole;
    }

    private static Form form(JsonForm form) {
        return new Form(
                PortalForms.required(form, "name", LONGEST_NAME),
                Scopes.parse(scopes(form.get("scopes"))),
                form.integer("days", 1, MOST_DAYS).map(Duration::ofDays).orElse(null));
    }

    private static String scopes(JsonValue value) {
        if (!(value instanceof JsonValue.Elements(var all))) {
            throw JsonForm.invalid("scopes: not an array of names");
        }
        return String.join(",", all.stream().map(KeyRoutes::scope).toList());
    }

    private static String scope(JsonValue value) {
        if (value instanceof JsonValue.Text(String name)) {
            return name;
        }
        throw JsonForm.invalid("scopes: not an array of names");
    }
}
