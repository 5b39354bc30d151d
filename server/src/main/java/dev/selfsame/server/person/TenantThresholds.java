package dev.selfsame.server.person;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.server.tenant.MatchingRules;
import dev.selfsame.server.tenant.Tenants;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** The thresholds of each tenant: its own where it has any, else the server's. */
public final class TenantThresholds {

    private final PersonOptions defaults;
    private final Tenants tenants;

    TenantThresholds(PersonOptions defaults, Tenants tenants) {
        this.defaults = Objects.requireNonNull(defaults, "defaults");
        this.tenants = Objects.requireNonNull(tenants, "tenants");
    }

    /** Those in force now. */
    public Thresholds of(String tenantId) {
        MatchingRules rules = tenants.rules(tenantId);
        return new Thresholds(
                fmr(rules.faceFmr(), defaults.faceFmr()),
                fmr(rules.fingerFmr(), defaults.fingerFmr()));
    }

    private static Fmr fmr(@Nullable Double own, double usual) {
        return new Fmr(own == null ? usual : own);
    }
}
