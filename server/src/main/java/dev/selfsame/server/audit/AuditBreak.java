package dev.selfsame.server.audit;

import dev.selfsame.server.audit.AuditReport.Finding;

import org.jspecify.annotations.Nullable;

/** Finds out what happened where an entry does not follow the one before it. */
final class AuditBreak {

    /** So many entries that are gone are noticed where the rest was numbered anew. */
    private static final int MOST_GONE = 1000;

    private final AuditHead before;
    private final AuditRow culprit;
    private boolean nextIsElsewhere;
    private boolean culpritIsElsewhere;
    private @Nullable AuditRow successor;

    private AuditBreak(AuditHead before, AuditRow culprit) {
        this.before = before;
        this.culprit = culprit;
    }

    /**
     * Looks at all entries from the culprit on.
     *
     * @param before the last whole one
     * @param culprit the entry after it, which does not follow it
     */
    static Finding explain(AuditStore store, AuditHead before, AuditRow culprit) {
        if (culprit.sequence() <= before.sequence()) {
            return new Finding(
                    AuditFault.INSERTED,
                    culprit.sequence(),
                    culprit.sequence() < 1
                            ? "no server gives this number"
                            : "there is a second entry with this number");
        }
        AuditBreak broken = new AuditBreak(before, culprit);
        AuditPages rows = new AuditPages(store, before);
        while (rows.hasNext()) {
            broken.see(rows.next());
        }
        return broken.finding();
    }

    private void see(AuditRow row) {
        boolean isNext = row.follows(before);
        nextIsElsewhere |= isNext;
        AuditHead place = isNext ? new AuditHead(before.sequence() + 1, row.hash()) : row.head();
        // why twice: those between an entry and its place have moved by one where it jumped ahead
        culpritIsElsewhere |=
                culprit.follows(place)
                        || culprit.follows(new AuditHead(row.sequence() - 1, row.hash()));
        if (successor == null && row.id() != culprit.id()) {
            successor = row;
        }
    }

    private Finding finding() {
        long expected = before.sequence() + 1;
        boolean gap = culprit.sequence() > expected;
        if (nextIsElsewhere && (gap || culpritIsElsewhere)) {
            return new Finding(
                    AuditFault.REORDERED, expected, "this entry now has another, later number");
        }
        if (nextIsElsewhere) {
            return new Finding(
                    AuditFault.INSERTED,
                    expected,
                    "no server wrote this entry here; the true one has a later number now");
        }
        if (gap) {
            return new Finding(
                    AuditFault.MISSING,
                    expected,
                    "there are no entries %d to %d".formatted(expected, culprit.sequence() - 1));
        }
        int gone = gone();
        if (gone > 0) {
            return new Finding(
                    AuditFault.MISSING,
                    expected,
                    "%d removed here, and the later ones were numbered anew".formatted(gone));
        }
        return new Finding(
                AuditFault.ALTERED,
                expected,
                "the values of this entry, or the hash of the one before, are not what was"
                        + " written");
    }

    private int gone() {
        if (successor != null) {
            for (int gone = 1; gone <= MOST_GONE; gone++) {
                if (successor.follows(new AuditHead(culprit.sequence() + gone, culprit.hash()))) {
                    return gone;
                }
            }
        }
        return 0;
    }
}
