package dev.selfsame.server.audit;

import org.jspecify.annotations.Nullable;

import java.util.Objects;

/**
 * What was found of a chain.
 *
 * @param entries how many are whole, before the finding if there is one
 * @param last the last whole one
 * @param finding the first thing that is wrong, null if nothing is
 */
public record AuditReport(long entries, AuditHead last, @Nullable Finding finding) {

    public AuditReport {
        Objects.requireNonNull(last, "last");
    }

    /**
     * Something that is wrong.
     *
     * @param sequence the number of the entry that it is about
     * @param message a sentence about it without a dot; holds no values of the entry
     */
    public record Finding(AuditFault fault, long sequence, String message) {

        public Finding {
            Objects.requireNonNull(fault, "fault");
            Objects.requireNonNull(message, "message");
        }
    }
}
