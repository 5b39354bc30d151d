package dev.selfsame.server.audit;

/** What is wrong with a chain. */
public enum AuditFault {
    /** An entry, or the hash of the one before, is not what was written. */
    ALTERED("altered"),
    /** Entries are gone, and later ones are there. */
    MISSING("missing"),
    /** Entries stand in another order than the one they were written in. */
    REORDERED("reordered"),
    /** An entry was not written by a server. */
    INSERTED("inserted"),
    /** Entries at the end are gone. */
    CUT_OFF("cut-off"),
    /** All fits together, but is not what it was when somebody noted the head. */
    REWRITTEN("rewritten"),
    /** The entries fit together, but the database's own note of the head is gone or another. */
    HEAD("head");

    private final String id;

    AuditFault(String id) {
        this.id = id;
    }

    /** The name that people and programs are told. */
    public String id() {
        return id;
    }
}
