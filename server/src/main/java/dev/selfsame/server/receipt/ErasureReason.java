package dev.selfsame.server.receipt;

import java.util.Arrays;

/** Why somebody was deleted. */
public enum ErasureReason {
    /** An API key asked for it. */
    REQUEST("request"),
    /** The person was not used for as long as the tenant keeps people. */
    UNUSED("unused"),
    /** The consent on record has expired or was withdrawn. */
    CONSENT_ENDED("consent-ended"),
    /** The whole tenant was deleted. */
    TENANT_DELETED("tenant-deleted");

    private final String id;

    ErasureReason(String id) {
        this.id = id;
    }

    /** As it stands in receipts. */
    public String id() {
        return id;
    }

    static ErasureReason of(String id) {
        return Arrays.stream(values())
                .filter(reason -> reason.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("reason: " + id));
    }
}
