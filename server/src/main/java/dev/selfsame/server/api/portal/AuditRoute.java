package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditQuery;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.json.JsonForm;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What was done, the latest first. */
@RestController
final class AuditRoute {

    private static final Pattern ACTION = Pattern.compile("([a-z][a-z0-9.-]{0,63})?");

    private final AuditTrail trail;

    /** Entries of the trail. */
    record Trail(@JsonProperty("entries") List<WireEntry> entries) {}

    /** One entry. */
    record WireEntry(
            @JsonProperty("at") String at,
            @JsonProperty("tenant") String tenant,
            @JsonProperty("actor") String actor,
            @JsonProperty("action") String action,
            @JsonProperty("subject") String subject,
            @JsonProperty("outcome") String outcome) {
        static WireEntry of(AuditEntry entry) {
            return new WireEntry(
                    entry.at().toString(),
                    entry.tenantId(),
                    entry.actor(),
                    entry.action(),
                    entry.subject(),
                    entry.outcome().id());
        }
    }

    AuditRoute(AuditTrail trail) {
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    @GetMapping("/portal/api/audit")
    @Entry(Entry.Who.SIGNED_IN)
    Trail list(
            @RequestParam(name = "tenant", required = false) @Nullable String tenant,
            @RequestParam(name = "action", defaultValue = "") String action,
            @RequestParam(name = "since", defaultValue = "") String since,
            @RequestParam(name = "limit", defaultValue = "") String limit,
            HttpServletRequest request) {
        String seen = Visitor.of(request).tenant(tenant);
        if (!ACTION.matcher(action).matches()) {
            throw JsonForm.invalid("action: no name of one (expected: such as keys.create)");
        }
        AuditQuery query =
                PortalForms.checked(
                        () ->
                                new AuditQuery(
                                        seen,
                                        action.isEmpty() ? null : action,
                                        time(since),
                                        ListLimit.of(limit)));
        return new Trail(trail.list(query).reversed().stream().map(WireEntry::of).toList());
    }

    private static @Nullable Instant time(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException _) {
            throw JsonForm.invalid("since: no time (expected: such as 2026-11-22T08:00:00Z)");
        }
    }
}
