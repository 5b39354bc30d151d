package dev.selfsame.server.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An entry as the store has it, with its place in the chain. Nothing about it is believed: somebody
 * may have changed the store.
 *
 * <p>The hash is the SHA-256, in lower-case hexadecimal, over these fields one after the other:
 *
 * <ol>
 *   <li>text {@code selfsame-audit-1}
 *   <li>text: hash of the entry before, 64 times {@code 0} for the first
 *   <li>8 bytes: the number of this entry
 *   <li>8 bytes: seconds of its time since 1970, UTC; 4 bytes: nanoseconds within the second
 *   <li>texts: tenant, actor, action, subject, outcome
 * </ol>
 *
 * <p>Numbers are signed and begin with the highest byte. A text is the number of its UTF-16 units
 * in 4 bytes, then the units, 2 bytes each. So no two entries have the same bytes, whatever is in
 * their texts.
 *
 * @param id the store's own number
 * @param outcome the {@link AuditOutcome#id} unless somebody changed it
 */
public record AuditRow(
        long id,
        long sequence,
        Instant at,
        String tenantId,
        String actor,
        String action,
        String subject,
        String outcome,
        String hash) {

    private static final String FORMAT = "selfsame-audit-1";

    public AuditRow {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(hash, "hash");
    }

    /** The next one of the chain; its time is cut to microseconds, as databases keep no less. */
    public static AuditRow after(AuditHead head, AuditEntry entry) {
        return new AuditRow(
                        0,
                        0,
                        entry.at().truncatedTo(ChronoUnit.MICROS),
                        entry.tenantId(),
                        entry.actor(),
                        entry.action(),
                        entry.subject(),
                        entry.outcome().id(),
                        "")
                .chained(head);
    }

    /** The same values at another place of the chain. */
    public AuditRow chained(AuditHead before) {
        return new AuditRow(
                id,
                before.sequence() + 1,
                at,
                tenantId,
                actor,
                action,
                subject,
                outcome,
                hashAfter(before));
    }

    /** This place of the chain. */
    public AuditHead head() {
        return new AuditHead(sequence, hash);
    }

    /** Whether it was written behind that one, whatever number it has now. */
    boolean follows(AuditHead before) {
        return hash.equals(hashAfter(before));
    }

    private String hashAfter(AuditHead before) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, FORMAT);
            write(out, before.hash());
            out.writeLong(before.sequence() + 1);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            write(out, tenantId);
            write(out, actor);
            write(out, action);
            write(out, subject);
            write(out, outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }
}
