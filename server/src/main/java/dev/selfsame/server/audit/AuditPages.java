package dev.selfsame.server.audit;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks the entries behind one of them, holding one page in memory. */
final class AuditPages implements Iterator<AuditRow> {

    private static final int ROWS = 1000;

    private final AuditStore store;
    private long sequence;
    private long id = Long.MAX_VALUE;
    private Iterator<AuditRow> page = List.<AuditRow>of().iterator();

    AuditPages(AuditStore store, AuditHead start) {
        this.store = store;
        // why: before the first there may be some with numbers that no server gives
        sequence = start.sequence() == 0 ? Long.MIN_VALUE : start.sequence();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext()) {
            page = store.chain(sequence, id, ROWS).iterator();
        }
        return page.hasNext();
    }

    @Override
    public AuditRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        AuditRow row = page.next();
        sequence = row.sequence();
        id = row.id();
        return row;
    }
}
