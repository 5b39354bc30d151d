package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.TenantErasure;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The tenants that a visitor may see, and for administrators their making and deletion. */
@RestController
final class TenantRoutes {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 100;

    private final PortalForms forms;
    private final Tenants tenants;
    private final PersonStore people;
    private final TenantErasure erasure;
    private final PortalTrail trail;

    /** Tenants. */
    record TenantList(@JsonProperty("tenants") List<OneTenant> tenants) {}

    /** A tenant. */
    record OneTenant(
            @JsonProperty("id") String id,
            @JsonProperty("name") @Nullable String name,
            @JsonProperty("created") String created,
            @JsonProperty("people") long people) {}

    private record Form(String id, @Nullable String name) {}

    TenantRoutes(
            PortalForms forms,
            Tenants tenants,
            PersonStore people,
            TenantErasure erasure,
            PortalTrail trail) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.people = Objects.requireNonNull(people, "people");
        this.erasure = Objects.requireNonNull(erasure, "erasure");
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    @GetMapping("/portal/api/tenants")
    @Entry(Entry.Who.SIGNED_IN)
    TenantList list(HttpServletRequest request) {
        String own = Visitor.of(request).user().tenantId();
        List<Tenant> seen =
                own == null ? tenants.list() : tenants.find(own).map(List::of).orElse(List.of());
        return new TenantList(seen.stream().map(this::wire).toList());
    }

    @PostMapping("/portal/api/tenants")
    @Entry(Entry.Who.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    OneTenant create(HttpServletRequest request) throws IOException {
        Form form =
                forms.read(
                        request,
                        it -> {
                            String id = PortalForms.required(it, "id", LONGEST_ID);
                            Tenant.checkId(id);
                            return new Form(id, it.text("name", LONGEST_NAME));
                        });
        Optional<Tenant> made = PortalForms.checked(() -> tenants.create(form.id(), form.name()));
        trail.record(Visitor.of(request), form.id(), "tenants.create", form.id(), made.isPresent());
        return wire(
                made.orElseThrow(
                        () ->
                                new Problem(
                                        ProblemKind.CONFLICT,
                                        "there is a tenant of this id already; choose another"
                                                + " one")));
    }

    @DeleteMapping("/portal/api/tenants/{tenant}")
    @Entry(Entry.Who.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable(PortalGate.TENANT) String tenant,
            @RequestParam(name = "confirm", defaultValue = "") String confirm,
            HttpServletRequest request) {
        if (!confirm.equals(tenant)) {
            throw JsonForm.invalid(
                    "confirm: repeat the tenant's id; everything that is kept of it is deleted");
        }
        boolean deleted = erasure.erase(tenant).isPresent();
        trail.record(Visitor.of(request), tenant, "tenants.delete", tenant, deleted);
        if (!deleted) {
            throw Visitor.noSuchTenant();
        }
    }

    private OneTenant wire(Tenant tenant) {
        return new OneTenant(
                tenant.id(), tenant.name(), tenant.created().toString(), people.count(tenant.id()));
    }
}
