package dev.selfsame.server.multipart;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.body.BoundedBody;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** Reads bodies of parts. Safe for any number of threads; each call blocks on its own body. */
public final class MultipartReader {

    private static final int MAX_PART_HEADERS = 32;
    private static final int MAX_PART_HEADER_BYTES = 8192;

    private final MultipartLimits limits;
    private final UploadBudget budget;
    private final MimeConfig config;

    public MultipartReader(MultipartLimits limits, UploadBudget budget) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.budget = Objects.requireNonNull(budget, "budget");
        config =
                MimeConfig.custom()
                        .setMaxHeaderCount(MAX_PART_HEADERS)
                        .setMaxHeaderLen(MAX_PART_HEADER_BYTES)
                        .setMaxLineLen(MAX_PART_HEADER_BYTES)
                        .build();
    }

    /**
     * Reads a body to its end.
     *
     * @param contentType the request's header
     * @param contentLength bytes announced, -1 where not known
     * @param body read on the caller's thread, not closed
     * @param names what to keep
     * @return to be closed when the bytes are no longer needed
     * @throws Problem if the body breaks the rules or the limits, or there is no memory for it now
     */
    public Parts read(
            @Nullable String contentType, long contentLength, InputStream body, PartNames names) {
        String header = ContentType.checked(contentType);
        limits.body().check(contentLength);
        UploadBudget.Lease lease = budget.lease();
        boolean read = false;
        try {
            lease.announce(Math.max(0, contentLength));
            PartCollector collector = new PartCollector(limits, names);
            collect(header, new BoundedBody(body, limits.body(), lease, 1), collector);
            Parts parts = collector.parts(lease::close);
            read = true;
            return parts;
        } finally {
            if (!read) {
                lease.close();
            }
        }
    }

    private void collect(String contentType, InputStream body, PartCollector collector) {
        MimeTokenStream tokens = new MimeTokenStream(config, new PrematureEnd(), null);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        try {
            tokens.parseHeadless(body, contentType);
            collector.collect(tokens);
            drain(body);
        } catch (MimeException e) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST, "the body is not a well-formed multipart body", e);
        } catch (IOException e) {
            throw new Problem(
                    ProblemKind.INVALID_REQUEST,
                    "the body is not a well-formed multipart body or ended early",
                    e);
        }
    }

    /** What follows the last boundary counts too, and its end shows whether the body was whole. */
    private static void drain(InputStream body) throws IOException {
        byte[] rest = new byte[4096];
        int count;
        do {
            count = body.read(rest, 0, rest.length);
        } while (count >= 0);
    }
}
