package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.person.PersonOptions;
import dev.selfsame.server.tenant.MatchingRules;
import dev.selfsame.server.tenant.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** From which false match rate on a tenant's people match, beside what that costs. */
@RestController
final class RulesRoutes {

    private final PortalForms forms;
    private final Tenants tenants;
    private final PersonOptions server;
    private final PortalTrail trail;

    /** The rules of a tenant, null where it has none of its own, and the server's. */
    record Rules(
            @JsonProperty("faceFmr") @Nullable Double faceFmr,
            @JsonProperty("fingerFmr") @Nullable Double fingerFmr,
            @JsonProperty("serverFaceFmr") double serverFaceFmr,
            @JsonProperty("serverFingerFmr") double serverFingerFmr,
            @JsonProperty("measured") List<MeasuredRate> measured) {}

    RulesRoutes(PortalForms forms, Tenants tenants, PersonOptions server, PortalTrail trail) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.server = Objects.requireNonNull(server, "server");
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    @GetMapping("/portal/api/tenants/{tenant}/rules")
    @Entry(Entry.Who.SIGNED_IN)
    Rules rules(@PathVariable(PortalGate.TENANT) String tenant) {
        MatchingRules rules = tenants.rules(tenant);
        return new Rules(
                rules.faceFmr(),
                rules.fingerFmr(),
                server.faceFmr(),
                server.fingerFmr(),
                MeasuredRate.ALL);
    }

    @PutMapping("/portal/api/tenants/{tenant}/rules")
    @Entry(Entry.Who.SIGNED_IN)
    Rules setRules(@PathVariable(PortalGate.TENANT) String tenant, HttpServletRequest request)
            throws IOException {
        MatchingRules rules =
                forms.read(
                        request,
                        it -> new MatchingRules(rate(it, "faceFmr"), rate(it, "fingerFmr")));
        boolean done = tenants.setRules(tenant, rules);
        trail.record(Visitor.of(request), tenant, "tenants.set", tenant, done);
        if (!done) {
            throw Visitor.noSuchTenant();
        }
        return rules(tenant);
    }

    private static @Nullable Double rate(JsonForm form, String name) {
        return form.number(name).map(BigDecimal::doubleValue).orElse(null);
    }
}
