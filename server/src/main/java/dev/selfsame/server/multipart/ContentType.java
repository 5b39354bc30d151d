package dev.selfsame.server.multipart;

import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawBody;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/** The request's Content-Type, checked before a byte of the body is read. */
final class ContentType {

    private static final Set<String> ACCEPTED = Set.of("multipart/form-data", "multipart/mixed");
    // RFC 2046, 5.1.1
    private static final int MAX_BOUNDARY = 70;

    private ContentType() {}

    static String checked(@Nullable String header) {
        if (header == null) {
            throw invalid("the Content-Type header is missing; send multipart/form-data");
        }
        RawBody value = RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", header));
        String type = value.getValue() == null ? "" : value.getValue().toLowerCase(Locale.ROOT);
        if (!ACCEPTED.contains(type)) {
            throw invalid(
                    "the Content-Type is not accepted here; send multipart/form-data or"
                            + " multipart/mixed");
        }
        String boundary = parameter(value, "boundary");
        if (boundary == null || boundary.isBlank() || boundary.length() > MAX_BOUNDARY) {
            throw invalid("the Content-Type has no usable boundary (1..70 characters)");
        }
        return header;
    }

    static @Nullable String parameter(RawBody value, String name) {
        for (NameValuePair pair : value.getParams()) {
            if (name.equalsIgnoreCase(pair.getName())) {
                return pair.getValue();
            }
        }
        return null;
    }

    private static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
