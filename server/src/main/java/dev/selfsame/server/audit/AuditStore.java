package dev.selfsame.server.audit;

import java.util.List;

/** Where entries are kept; it has no way to change or delete one. */
public interface AuditStore {

    void add(AuditEntry entry);

    /** The latest that fit, in the order in which they were added. */
    List<AuditEntry> list(AuditQuery query);
}
