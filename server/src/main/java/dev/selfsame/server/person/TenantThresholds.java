package dev.selfsame.server.person;

import dev.selfsame.engine.calibration.Fmr;

import java.util.Objects;

/** The thresholds of each tenant. */
public final class TenantThresholds {

    private final PersonOptions defaults;

    TenantThresholds(PersonOptions defaults) {
        this.defaults = Objects.requireNonNull(defaults, "defaults");
    }

    /** Those in force now. */
    public Thresholds of(String tenantId) {
        Objects.requireNonNull(tenantId, "tenantId");
        return new Thresholds(new Fmr(defaults.faceFmr()), new Fmr(defaults.fingerFmr()));
    }
}
