package dev.selfsame.server.body;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Objects;

/** A body while it arrives: not longer than allowed, not slower, and paid for before it is kept. */
public final class BoundedBody extends InputStream {

    // why steps: every reservation is a contended write. Why small ones: whoever sends one byte and
    // then waits must not hold much more than his connection does
    private static final long RESERVATION_STEP = 1 << 14;

    private final InputStream source;
    private final BodyLimits limits;
    private final UploadBudget.Lease lease;
    private final long deadlineNanos;
    private final int heldPerByte;
    private long receivedBytes;

    /**
     * A body on its way into memory.
     *
     * @param source read on the caller's thread, not closed
     * @param lease pays for what is held; closed by the caller
     * @param heldPerByte bytes of memory that its reader holds for each byte of the body, 1..8
     */
    public BoundedBody(
            InputStream source, BodyLimits limits, UploadBudget.Lease lease, int heldPerByte) {
        if (heldPerByte < 1 || heldPerByte > 8) {
            throw new IllegalArgumentException("heldPerByte: " + heldPerByte + " (expected: 1..8)");
        }
        this.heldPerByte = heldPerByte;
        this.source = Objects.requireNonNull(source, "source");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.lease = Objects.requireNonNull(lease, "lease");
        deadlineNanos = System.nanoTime() + limits.timeout().toNanos();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = source.read(target, offset, length);
        } catch (IOException e) {
            // why its cause as well: the container wraps what its socket says
            if (e instanceof SocketTimeoutException
                    || e.getCause() instanceof SocketTimeoutException) {
                throw tooSlow();
            }
            throw e;
        }
        if (count > 0) {
            account(count);
        }
        return count;
    }

    private void account(int count) {
        receivedBytes += count;
        if (receivedBytes > limits.maxBytes()) {
            throw limits.tooLarge();
        }
        long rounded = Math.ceilDiv(receivedBytes, RESERVATION_STEP) * RESERVATION_STEP;
        lease.reserve(heldPerByte * Math.min(rounded, limits.maxBytes()));
        if (System.nanoTime() - deadlineNanos > 0) {
            throw tooSlow();
        }
    }

    private static Problem tooSlow() {
        return new Problem(
                ProblemKind.INVALID_REQUEST, "the request's body arrived too slowly and was cut");
    }
}
