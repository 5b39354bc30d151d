package dev.selfsame.server.retention;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.person.Expiry;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonErasure;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.tenant.TenantRetention;
import dev.selfsame.server.tenant.TenantStore;
import dev.selfsame.server.usage.UsageStore;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Deletes what is due, in small steps of which each is whole: killed anywhere, the next run goes on
 * where this one was.
 */
public final class Retention {

    /** Who deletes, in the audit trail, where a server does so by itself. */
    public static final String ACTOR = "retention";

    private static final String ACTION = "retention.run";
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** Beyond all times that a database may hold. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private static final int RECEIPTS_AT_A_TIME = 1_000;

    private final TenantStore tenants;
    private final PeopleCensus people;
    private final PersonErasure erasure;
    private final UsageStore usage;
    private final ReceiptStore receipts;
    private final RetentionLease lease;
    private final AuditTrail audit;
    private final Clock clock;
    private final int receiptDays;

    public Retention(
            TenantStore tenants,
            PeopleCensus people,
            PersonErasure erasure,
            UsageStore usage,
            ReceiptStore receipts,
            RetentionLease lease,
            AuditTrail audit,
            Clock clock,
            int receiptDays) {
        this.tenants = Objects.requireNonNull(tenants, "tenants");
        this.people = Objects.requireNonNull(people, "people");
        this.erasure = Objects.requireNonNull(erasure, "erasure");
        this.usage = Objects.requireNonNull(usage, "usage");
        this.receipts = Objects.requireNonNull(receipts, "receipts");
        this.lease = Objects.requireNonNull(lease, "lease");
        this.audit = Objects.requireNonNull(audit, "audit");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.receiptDays = receiptDays;
    }

    /**
     * Deletes what is due.
     *
     * @param actor who does it, for the audit trail
     * @param unlessSince does nothing if somebody was done within this time; 0 for in any case
     * @param stops asked between steps
     * @return empty if somebody else is at it, or was done within that time
     */
    public Optional<RetentionReport> run(
            String actor, Duration unlessSince, BooleanSupplier stops) {
        UUID holder = UUID.randomUUID();
        if (!holds(holder, unlessSince.isZero() ? EVER : now().minus(unlessSince))) {
            return Optional.empty();
        }
        boolean whole = false;
        try {
            BooleanSupplier goesOn = () -> !stops.getAsBoolean() && holds(holder, EVER);
            List<TenantSweep> sweeps = new ArrayList<>();
            for (TenantRetention tenant : tenants.retentions()) {
                TenantSweep sweep = sweep(tenant, actor, goesOn);
                sweeps.add(sweep);
                record(actor, sweep);
            }
            long old = deleteReceipts(goesOn);
            if (old > 0) {
                record(AuditEntry.NONE, actor, "receipts=" + old);
            }
            whole = goesOn.getAsBoolean();
            return Optional.of(new RetentionReport(sweeps, old, whole));
        } finally {
            if (whole) {
                lease.finish(holder, now());
            } else {
                lease.giveBack(holder);
            }
        }
    }

    /** What {@link #run} would delete now. */
    public RetentionReport preview() {
        List<TenantSweep> sweeps = tenants.retentions().stream().map(this::preview).toList();
        return new RetentionReport(sweeps, receipts.countBefore(oldReceipts()), true);
    }

    /** What it would delete of one tenant by other rules, which may not be in force. */
    public TenantSweep preview(TenantRetention tenant) {
        PeopleCensus.Expired counts = people.countExpired(expiry(tenant));
        LocalDate day = firstDayOfUsage(tenant);
        return new TenantSweep(
                tenant.tenantId(),
                counts.unused(),
                counts.consentEnded(),
                day == null ? 0 : usage.countBefore(tenant.tenantId(), day));
    }

    private TenantSweep sweep(TenantRetention tenant, String actor, BooleanSupplier goesOn) {
        PeopleSweep.Counts counts =
                new PeopleSweep(people, erasure).delete(expiry(tenant), actor, goesOn);
        return new TenantSweep(
                tenant.tenantId(),
                counts.unused(),
                counts.consentEnded(),
                deleteUsage(tenant, goesOn));
    }

    private long deleteUsage(TenantRetention tenant, BooleanSupplier goesOn) {
        LocalDate day = firstDayOfUsage(tenant);
        long all = 0;
        while (day != null && goesOn.getAsBoolean()) {
            int some = usage.deleteSomeBefore(tenant.tenantId(), day);
            if (some == 0) {
                return all;
            }
            all += some;
        }
        return all;
    }

    private long deleteReceipts(BooleanSupplier goesOn) {
        long all = 0;
        while (goesOn.getAsBoolean()) {
            int some = receipts.deleteBefore(oldReceipts(), RECEIPTS_AT_A_TIME);
            if (some == 0) {
                return all;
            }
            all += some;
        }
        return all;
    }

    private Expiry expiry(TenantRetention tenant) {
        return new Expiry(
                tenant.tenantId(),
                tenant.unusedBefore(now()).orElse(null),
                tenant.rules().deletesEndedConsents() ? now() : null);
    }

    private @Nullable LocalDate firstDayOfUsage(TenantRetention tenant) {
        Integer days = tenant.rules().usageDays();
        return days == null ? null : LocalDate.ofInstant(now(), ZoneOffset.UTC).minusDays(days);
    }

    private Instant oldReceipts() {
        return now().minus(Period.ofDays(receiptDays));
    }

    private boolean holds(UUID holder, Instant finishedBefore) {
        Instant now = now();
        return lease.take(holder, now, now.plus(LEASE), finishedBefore);
    }

    private void record(String actor, TenantSweep sweep) {
        if (sweep.isAny()) {
            record(sweep.tenantId(), actor, sweep.counts());
        }
    }

    private void record(String tenantId, String actor, String counts) {
        audit.record(tenantId, actor, ACTION, counts, AuditOutcome.DONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
