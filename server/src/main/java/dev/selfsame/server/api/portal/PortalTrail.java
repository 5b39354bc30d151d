package dev.selfsame.server.api.portal;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Writes down what was done in the portal, and by whom. */
final class PortalTrail {

    private final AuditTrail trail;

    PortalTrail(AuditTrail trail) {
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    /**
     * Writes down.
     *
     * @param tenant whose data it was about, null if nobody's
     * @param subject what it was done to, of our own making or checked
     */
    void record(
            Visitor visitor, @Nullable String tenant, String action, String subject, boolean done) {
        trail.record(
                tenant == null ? AuditEntry.NONE : tenant,
                "portal:" + visitor.user().name(),
                action,
                subject,
                done ? AuditOutcome.DONE : AuditOutcome.REFUSED);
    }
}
