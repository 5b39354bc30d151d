package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.status.StatusOptions;
import dev.selfsame.server.tenant.Tenant;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.usage.Outcome;
import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageQuery;
import dev.selfsame.server.usage.UsageStore;
import dev.selfsame.server.version.Version;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** How much there is and how much goes on, in numbers alone. */
@RestController
final class OverviewRoute {

    private static final Logger LOG = LoggerFactory.getLogger(OverviewRoute.class);

    private final Tenants tenants;
    private final PersonStore people;
    private final BioSessionStore sessions;
    private final Captures captures;
    private final UsageStore usage;
    private final StatusOptions status;
    private final Version version;
    private final Clock clock;
    private final Instant started;

    /**
     * Numbers.
     *
     * @param bioSessions that are open, null where their store does not tell
     * @param captures and recordings that this server works on
     * @param statusPage whether there is one
     */
    record Overview(
            @JsonProperty("people") long people,
            @JsonProperty("bioSessions") @Nullable Long bioSessions,
            @JsonProperty("captures") int captures,
            @JsonProperty("today") Today today,
            @JsonProperty("statusPage") boolean statusPage,
            @JsonProperty("version") String version,
            @JsonProperty("uptimeSeconds") long uptimeSeconds) {}

    /** Requests of this day (UTC), and those of them that the server failed to answer. */
    record Today(@JsonProperty("requests") long requests, @JsonProperty("errors") long errors) {}

    OverviewRoute(
            Tenants tenants,
            PersonStore people,
            BioSessionStore sessions,
            Captures captures,
            UsageStore usage,
            StatusOptions status,
            Version version,
            Clock clock) {
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.people = Objects.requireNonNull(people, "people");
        this.sessions = Objects.requireNonNull(sessions, "sessions");
        this.captures = Objects.requireNonNull(captures, "captures");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.status = Objects.requireNonNull(status, "status");
        this.version = Objects.requireNonNull(version, "version");
        this.clock = Objects.requireNonNull(clock, "clock");
        started = clock.instant();
    }

    @GetMapping("/portal/api/overview")
    @Entry(Entry.Who.SIGNED_IN)
    Overview overview(
            @RequestParam(name = "tenant", required = false) @Nullable String asked,
            HttpServletRequest request) {
        Visitor visitor = Visitor.of(request);
        String tenant = visitor.tenant(asked);
        return new Overview(
                people(tenant),
                bioSessions(tenant),
                tenant == null ? captures.running() : captures.running(tenant),
                today(tenant),
                status.enabled(),
                version.text(),
                Duration.between(started, clock.instant()).toSeconds());
    }

    private @Nullable Long bioSessions(@Nullable String tenant) {
        List<String> asked =
                tenant == null ? tenants.list().stream().map(Tenant::id).toList() : List.of(tenant);
        try {
            return sessions.count(asked).values().stream().mapToLong(Long::longValue).sum();
        } catch (Problem e) {
            // why not passed on: all else can be told
            LOG.info("open sessions are not counted: {}", e.getMessage());
            return null;
        }
    }

    private long people(@Nullable String tenant) {
        return tenant == null
                ? people.tenants().stream().mapToLong(people::count).sum()
                : people.count(tenant);
    }

    private Today today(@Nullable String tenant) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<UsageCount> counts = usage.list(new UsageQuery(tenant, day, day));
        long failed =
                counts.stream()
                        .filter(count -> count.counted().outcome() == Outcome.FAILED)
                        .mapToLong(UsageCount::requests)
                        .sum();
        return new Today(counts.stream().mapToLong(UsageCount::requests).sum(), failed);
    }
}
