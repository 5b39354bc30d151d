package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.server.json.JsonForm;
import dev.selfsame.server.tenant.ApiKey;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.usage.UsageCount;
import dev.selfsame.server.usage.UsageQuery;
import dev.selfsame.server.usage.UsageStore;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How many requests of a tenant were counted, for charts and for bills. */
@RestController
final class UsageRoutes {

    private static final int MOST_DAYS = 400;
    private static final int USUAL_DAYS = 30;

    private final UsageStore usage;
    private final ApiKeys keys;
    private final Clock clock;

    /** Counts. */
    record Usage(@JsonProperty("rows") List<Row> rows) {}

    /** One count. */
    record Row(
            @JsonProperty("day") String day,
            @JsonProperty("key") String key,
            @JsonProperty("operation") String operation,
            @JsonProperty("outcome") String outcome,
            @JsonProperty("requests") long requests) {
        static Row of(UsageCount count) {
            return new Row(
                    count.counted().day().toString(),
                    count.counted().keyId(),
                    count.counted().operation(),
                    count.counted().outcome().id(),
                    count.requests());
        }
    }

    UsageRoutes(UsageStore usage, ApiKeys keys, Clock clock) {
        this.usage = Objects.requireNonNull(usage, "usage");
        this.keys = Objects.requireNonNull(keys, "keys");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @GetMapping("/portal/api/tenants/{tenant}/usage")
    @Entry(Entry.Who.SIGNED_IN)
    Usage list(
            @PathVariable(PortalGate.TENANT) String tenant,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to) {
        return new Usage(rows(tenant, from, to));
    }

    @GetMapping("/portal/api/tenants/{tenant}/usage.csv")
    @Entry(Entry.Who.SIGNED_IN)
    ResponseEntity<byte[]> csv(
            @PathVariable(PortalGate.TENANT) String tenant,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to) {
        Map<String, String> names =
                keys.list(tenant).stream().collect(Collectors.toMap(ApiKey::id, ApiKey::name));
        StringBuilder csv = new StringBuilder("day,key,name,operation,outcome,requests\r\n");
        for (Row row : rows(tenant, from, to)) {
            csv.append(
                    CsvLine.of(
                            row.day(),
                            row.key(),
                            names.getOrDefault(row.key(), ""),
                            row.operation(),
                            row.outcome(),
                            Long.toString(row.requests())));
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                // why safe: ids of tenants are letters, digits and hyphens
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"usage-" + tenant + ".csv\"")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> rows(String tenant, String from, String to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate last = day("to", to, today);
        LocalDate first = day("from", from, last.minusDays(USUAL_DAYS - 1));
        if (first.plusDays(MOST_DAYS - 1).isBefore(last)) {
            throw JsonForm.invalid("from, to: more than " + MOST_DAYS + " days; ask for fewer");
        }
        UsageQuery query = PortalForms.checked(() -> new UsageQuery(tenant, first, last));
        return usage.list(query).stream().map(Row::of).toList();
    }

    private static LocalDate day(String name, @Nullable String text, LocalDate otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            LocalDate day = LocalDate.parse(text);
            // why: days are added and taken away below
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw JsonForm.invalid(name + ": no day (expected: such as 2026-11-22)");
    }
}
