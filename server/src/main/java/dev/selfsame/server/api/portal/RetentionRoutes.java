package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.person.ConsentCounts;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.retention.Retention;
import dev.selfsame.server.retention.TenantSweep;
import dev.selfsame.server.tenant.RetentionRules;
import dev.selfsame.server.tenant.TenantRetention;
import dev.selfsame.server.tenant.Tenants;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;

/** How long what is kept of a tenant is kept, and how many of its people consented. */
@RestController
final class RetentionRoutes {

    private final PortalForms forms;
    private final Tenants tenants;
    private final PeopleCensus people;
    private final Retention retention;
    private final int receiptDays;
    private final PortalTrail trail;
    private final Clock clock;

    /** The rules, null where something is kept for ever, and what they mean now. */
    record Kept(
            @JsonProperty("peopleDays") @Nullable Integer peopleDays,
            @JsonProperty("peopleSince") @Nullable String peopleSince,
            @JsonProperty("usageDays") @Nullable Integer usageDays,
            @JsonProperty("deleteEndedConsents") boolean deleteEndedConsents,
            @JsonProperty("receiptDays") int receiptDays,
            @JsonProperty("consents") Consents consents,
            @JsonProperty("due") Due due) {}

    /** How many people have a record of consent. */
    record Consents(
            @JsonProperty("people") long people,
            @JsonProperty("recorded") long recorded,
            @JsonProperty("ended") long ended) {
        static Consents of(ConsentCounts counts) {
            return new Consents(counts.people(), counts.recorded(), counts.ended());
        }
    }

    /** What the next run will delete. */
    record Due(
            @JsonProperty("unused") long unused,
            @JsonProperty("consentEnded") long consentEnded,
            @JsonProperty("usageCounts") long usageCounts) {
        static Due of(TenantSweep sweep) {
            return new Due(sweep.unused(), sweep.consentEnded(), sweep.usageCounts());
        }
    }

    RetentionRoutes(
            PortalForms forms,
            Tenants tenants,
            PeopleCensus people,
            Retention retention,
            int receiptDays,
            PortalTrail trail,
            Clock clock) {
        this.forms = Objects.requireNonNull(forms, "forms");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.people = Objects.requireNonNull(people, "people");
        this.retention = Objects.requireNonNull(retention, "retention");
        this.receiptDays = receiptDays;
        this.trail = Objects.requireNonNull(trail, "trail");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @GetMapping("/portal/api/tenants/{tenant}/retention")
    @Entry(Entry.Who.SIGNED_IN)
    Kept kept(@PathVariable(PortalGate.TENANT) String tenant) {
        TenantRetention kept = tenants.retention(tenant).orElseThrow(Visitor::noSuchTenant);
        RetentionRules rules = kept.rules();
        return new Kept(
                rules.peopleDays(),
                kept.peopleSince() == null ? null : kept.peopleSince().toString(),
                rules.usageDays(),
                rules.deletesEndedConsents(),
                receiptDays,
                Consents.of(people.consents(tenant, clock.instant())),
                Due.of(retention.preview(kept)));
    }

    @PutMapping("/portal/api/tenants/{tenant}/retention")
    @Entry(Entry.Who.SIGNED_IN)
    Kept setKept(@PathVariable(PortalGate.TENANT) String tenant, HttpServletRequest request)
            throws IOException {
        RetentionRules rules =
                forms.read(
                        request,
                        it ->
                                new RetentionRules(
                                        days(it, "peopleDays"),
                                        days(it, "usageDays"),
                                        deletesEndedConsents(it)));
        boolean done = tenants.setRetention(tenant, rules);
        trail.record(Visitor.of(request), tenant, "tenants.set", tenant, done);
        if (!done) {
            throw Visitor.noSuchTenant();
        }
        return kept(tenant);
    }

    private static @Nullable Integer days(JsonForm form, String name) {
        return form.integer(name, 1, RetentionRules.MOST_DAYS).orElse(null);
    }

    private static boolean deletesEndedConsents(JsonForm form) {
        Boolean sent = form.flag("deleteEndedConsents");
        if (sent == null) {
            throw JsonForm.invalid("deleteEndedConsents: missing");
        }
        return sent;
    }
}
