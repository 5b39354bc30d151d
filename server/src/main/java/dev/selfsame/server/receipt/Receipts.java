package dev.selfsame.server.receipt;

import dev.selfsame.server.signing.ResponseSigner;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;

/** Makes receipts. Safe for any number of threads. */
public final class Receipts {

    private final ResponseSigner signer;
    private final Clock clock;

    public Receipts(ResponseSigner signer, Clock clock) {
        this.signer = Objects.requireNonNull(signer, "signer");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Signs a receipt over a deletion that is about to happen; whoever deletes keeps it in the same
     * transaction, or lets it go.
     *
     * @param subject null for a whole tenant
     */
    public StoredReceipt make(
            String tenantId, ErasureReason reason, @Nullable String subject, Erased erased) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Receipt receipt = new Receipt(id, tenantId, subject, reason, now, erased);
        String jws = signer.sign(ReceiptText.payload(receipt));
        return new StoredReceipt(id, tenantId, now, subject, jws);
    }
}
