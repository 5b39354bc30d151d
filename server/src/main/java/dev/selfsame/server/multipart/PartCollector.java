package dev.selfsame.server.multipart;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Keeps the wanted parts of one body. Confined to the thread that reads it. */
final class PartCollector {

    private final MultipartLimits limits;
    private final PartNames names;
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private int parts;
    private int depth;
    private @Nullable String name;
    private @Nullable String charset;

    PartCollector(MultipartLimits limits, PartNames names) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.names = Objects.requireNonNull(names, "names");
    }

    void collect(MimeTokenStream tokens) throws IOException, MimeException {
        for (EntityState state = tokens.getState();
                state != EntityState.T_END_OF_STREAM;
                state = tokens.next()) {
            switch (state) {
                case T_START_MULTIPART -> enter();
                case T_START_BODYPART -> begin();
                case T_FIELD -> readHeader(tokens.getField());
                case T_BODY -> readBody(tokens.getDecodedInputStream());
                default -> {}
            }
        }
        if (parts == 0) {
            throw invalid("the body has no parts");
        }
    }

    Parts parts(Runnable release) {
        return new Parts(files, texts, release);
    }

    private void enter() {
        depth++;
        if (depth > 1) {
            throw invalid("a part is a multipart body itself, which is not accepted");
        }
    }

    private void begin() {
        parts++;
        if (parts > limits.maxParts()) {
            throw invalid("the body has more than " + limits.maxParts() + " parts");
        }
        name = null;
        charset = null;
    }

    private void readHeader(Field field) {
        // why not the type of the disposition: documented clients send "attachment"
        if (field.getName().equalsIgnoreCase("Content-Disposition")) {
            name = ContentType.parameter(parsed(field), "name");
        } else if (field.getName().equalsIgnoreCase("Content-Type")) {
            charset = ContentType.parameter(parsed(field), "charset");
        }
    }

    private static RawBody parsed(Field field) {
        return RawFieldParser.DEFAULT.parseRawBody(new RawField(field.getName(), field.getBody()));
    }

    private void readBody(InputStream body) throws IOException {
        String part = name;
        if (part == null || part.isBlank()) {
            throw invalid(
                    "a part has no name; each needs a header like Content-Disposition: form-data;"
                            + " name=\"...\"");
        }
        if (!names.areKnown(part)) {
            body.skip(Long.MAX_VALUE);
            return;
        }
        if (files.containsKey(part) || texts.containsKey(part)) {
            throw invalid(part + ": the part was sent more than once");
        }
        if (names.areFiles(part)) {
            files.put(part, bounded(part, body, limits.maxFileBytes()));
        } else {
            byte[] bytes = bounded(part, body, limits.maxTextBytes());
            texts.put(part, TextValue.decode(part, bytes, charset));
        }
    }

    private static byte[] bounded(String part, InputStream body, long maxBytes) throws IOException {
        byte[] bytes = body.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > maxBytes) {
            throw new Problem(ProblemKind.TOO_LARGE, part + ": larger than " + maxBytes + " bytes");
        }
        return bytes;
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
