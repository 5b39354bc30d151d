package dev.selfsame.server.audit;

import dev.selfsame.server.audit.AuditReport.Finding;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/** Walks a chain and says how far it is whole; servers may add to it meanwhile. */
final class AuditCheck {

    private final AuditStore store;
    private final AuditHead start;
    private final @Nullable AuditHead known;
    private final @Nullable AuditHead head;

    private AuditCheck(AuditStore store, AuditHead start, @Nullable AuditHead known) {
        this.store = Objects.requireNonNull(store, "store");
        this.start = Objects.requireNonNull(start, "start");
        this.known = known;
        // why before the walk: what it says is there then, and more may come
        head = store.head().orElse(null);
    }

    /**
     * Checks the entries behind one of them.
     *
     * @param start believed without a look, and everything before it; {@link AuditHead#NONE} for
     *     all entries
     * @param known a head that was noted outside of the store, null for none
     * @throws IllegalArgumentException if the known one is before the start
     */
    static AuditReport run(AuditStore store, AuditHead start, @Nullable AuditHead known) {
        if (known != null && known.sequence() < start.sequence()) {
            throw new IllegalArgumentException(
                    "the head is entry %d, before the start at entry %d; give a later head"
                            .formatted(known.sequence(), start.sequence()));
        }
        return new AuditCheck(store, start, known).walk();
    }

    private AuditReport walk() {
        AuditHead last = start;
        Finding finding = atNotedPlace(last);
        AuditPages rows = new AuditPages(store, start);
        while (finding == null && rows.hasNext()) {
            AuditRow row = rows.next();
            if (row.sequence() == last.sequence() + 1 && row.follows(last)) {
                last = row.head();
                finding = atNotedPlace(last);
            } else {
                finding = unfit(last, row);
            }
        }
        if (finding == null) {
            finding = atEnd(last);
        }
        return new AuditReport(last.sequence() - start.sequence(), last, finding);
    }

    private Finding unfit(AuditHead last, AuditRow row) {
        AuditHead now = store.head().orElse(row.head());
        return row.sequence() > now.sequence()
                ? beyond(row.sequence())
                : AuditBreak.explain(store, last, row);
    }

    private @Nullable Finding atNotedPlace(AuditHead place) {
        if (differs(known, place)) {
            return new Finding(
                    AuditFault.REWRITTEN,
                    place.sequence(),
                    "this entry has another hash than the head that was given: it or earlier ones"
                            + " were altered and all hashes made anew");
        }
        if (differs(head, place)) {
            return new Finding(
                    AuditFault.HEAD,
                    place.sequence(),
                    "this entry has another hash than the table audit_head says");
        }
        return null;
    }

    private static boolean differs(@Nullable AuditHead noted, AuditHead place) {
        return noted != null
                && noted.sequence() == place.sequence()
                && !noted.hash().equals(place.hash());
    }

    private @Nullable Finding atEnd(AuditHead last) {
        if (known != null && known.sequence() > last.sequence()) {
            return cutOff(last, known);
        }
        if (head == null) {
            return new Finding(
                    AuditFault.HEAD, last.sequence(), "the table audit_head has lost its row");
        }
        if (head.sequence() > last.sequence()) {
            return cutOff(last, head);
        }
        AuditHead now = store.head().orElse(head);
        if (now.sequence() < start.sequence()) {
            return new Finding(
                    AuditFault.CUT_OFF,
                    now.sequence() + 1,
                    "the table audit_head ends before the entry to start from");
        }
        if (now.sequence() < last.sequence()) {
            return beyond(now.sequence() + 1);
        }
        return store.unchained() == 0
                ? null
                : new Finding(
                        AuditFault.INSERTED,
                        last.sequence() + 1,
                        "there are entries without a number, which no server writes");
    }

    private static Finding beyond(long sequence) {
        return new Finding(
                AuditFault.INSERTED,
                sequence,
                "this entry is behind the end that the table audit_head says");
    }

    private static Finding cutOff(AuditHead last, AuditHead noted) {
        return new Finding(
                AuditFault.CUT_OFF,
                last.sequence() + 1,
                "there are no entries %d to %d".formatted(last.sequence() + 1, noted.sequence()));
    }
}
