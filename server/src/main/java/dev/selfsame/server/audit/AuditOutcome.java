package dev.selfsame.server.audit;

/** How an action ended. */
public enum AuditOutcome {
    /** It was done. */
    DONE("done"),
    /** It was not done, as it was not allowed or there was nothing to do it to. */
    REFUSED("refused"),
    /** It was begun and failed. */
    FAILED("failed");

    private final String id;

    AuditOutcome(String id) {
        this.id = id;
    }

    /** The name that people and the store use. */
    public String id() {
        return id;
    }

    /** The outcome of this name. */
    public static AuditOutcome of(String id) {
        for (AuditOutcome outcome : values()) {
            if (outcome.id.equals(id)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome: " + id);
    }
}
