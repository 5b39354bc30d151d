package dev.selfsame.server.person;

import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditTrail;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Writes down who was enrolled, updated and deleted. The subject is the beginning of the pseudonym:
 * whoever has the CustomID and the tenant's key can find the entries of a person, nobody else can
 * tell whose they are, and it holds nothing biometric.
 */
public final class PersonAudit {

    private static final int SUBJECT_BYTES = 16;

    private final AuditTrail trail;

    PersonAudit(AuditTrail trail) {
        this.trail = Objects.requireNonNull(trail, "trail");
    }

    /** The subject of all entries about a person. */
    public static String subject(byte[] pseudonym) {
        return HexFormat.of().formatHex(Arrays.copyOf(pseudonym, SUBJECT_BYTES));
    }

    void enrolled(String tenantId, String actor, byte[] pseudonym) {
        record(tenantId, actor, "people.enrol", pseudonym);
    }

    void updated(String tenantId, String actor, byte[] pseudonym) {
        record(tenantId, actor, "people.update", pseudonym);
    }

    void consented(String tenantId, String actor, byte[] pseudonym) {
        record(tenantId, actor, "people.consent", pseudonym);
    }

    void deleted(String tenantId, String actor, byte[] pseudonym) {
        record(tenantId, actor, "people.delete", pseudonym);
    }

    private void record(String tenantId, String actor, String action, byte[] pseudonym) {
        trail.record(tenantId, actor, action, subject(pseudonym), AuditOutcome.DONE);
    }
}
