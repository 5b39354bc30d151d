package dev.selfsame.server.json;

import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.body.BoundedBody;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * Reads bodies of JSON (RFC 8259), whatever their sender calls them. Safe for any number of
 * threads; each call blocks on its own body.
 */
public final class JsonReader {

    static final String MALFORMED = "the body is not well-formed JSON or ended early";

    private static final int MAX_DEPTH = 16;
    private static final int MAX_TOKENS = 5000;
    private static final int MAX_NAME = 256;
    private static final int MAX_NUMBER = 300;

    /**
     * Three quarters of a byte for the bytes that base64 stands for, as much again while they are
     * copied into one array, and the rest for what is around them.
     */
    private static final int HELD_PER_BYTE = 2;

    private final JsonLimits limits;
    private final UploadBudget budget;
    private final JsonFactory json;

    public JsonReader(JsonLimits limits, UploadBudget budget) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.budget = Objects.requireNonNull(budget, "budget");
        json =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxTokenCount(MAX_TOKENS)
                                        .maxNameLength(MAX_NAME)
                                        .maxNumberLength(MAX_NUMBER)
                                        .maxDocumentLength(limits.body().maxBytes())
                                        .maxStringLength((int) limits.body().maxBytes())
                                        .build())
                        .build();
    }

    /**
     * Reads a body to its end.
     *
     * @param contentLength bytes announced, -1 where not known
     * @param body read on the caller's thread, not closed
     * @return to be closed when the value is no longer needed
     * @throws Problem {@code INVALID_REQUEST} if it is no JSON, is nested deeper than {@value
     *     #MAX_DEPTH}, has more than {@value #MAX_TOKENS} pieces or a name twice in one object;
     *     {@code TOO_LARGE}; {@code BUSY} if there is no memory for it now
     */
    public JsonBody read(long contentLength, InputStream body) {
        return read(contentLength, body, false);
    }

    /** As {@link #read}, but an empty body is {@link JsonValue.Nothing}. */
    public JsonBody readOrNothing(long contentLength, InputStream body) {
        return read(contentLength, body, true);
    }

    private JsonBody read(long contentLength, InputStream body, boolean mayBeEmpty) {
        limits.body().check(contentLength);
        UploadBudget.Lease lease = budget.lease();
        boolean read = false;
        try {
            lease.announce(HELD_PER_BYTE * Math.max(0, contentLength));
            InputStream bounded = new BoundedBody(body, limits.body(), lease, HELD_PER_BYTE);
            JsonValue value = read(bounded, lease, mayBeEmpty);
            read = true;
            return new JsonBody(value, lease::close);
        } finally {
            if (!read) {
                lease.close();
            }
        }
    }

    private JsonValue read(InputStream body, UploadBudget.Lease lease, boolean mayBeEmpty) {
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), JsonText.of(body))) {
            JsonTree tree = new JsonTree(parser, limits.maxFileBytes());
            JsonValue value = tree.whole(mayBeEmpty);
            lease.keep(tree.keptBytes());
            return value;
        } catch (JacksonException | IOException e) {
            // why without its cause: that quotes what was sent
            throw new Problem(ProblemKind.INVALID_REQUEST, MALFORMED);
        }
    }
}
