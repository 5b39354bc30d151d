package dev.selfsame.server.signing;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of signed answers: one JSON object, or an array of them, as they were received. */
public final class SignedFile {

    /** Longest file in bytes. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int MOST_DEPTH = 64;
    private static final int MOST_NUMBER_CHARS = 300;

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxNumberLength(MOST_NUMBER_CHARS)
                                    .maxStringLength(MOST_BYTES)
                                    .build())
                    .build();
    private static final JsonMapper TREES =
            JsonMapper.builder(JSON)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private SignedFile() {}

    /**
     * The texts of the objects in a file, each exactly as it stands there.
     *
     * @param file UTF-8, or UTF-16 with a byte order mark, as some shells write it
     * @throws IllegalArgumentException if it is neither an object nor an array of at least one; the
     *     message repeats nothing of it
     */
    public static List<String> answers(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException("it is longer than 64 MiB");
        }
        String text = text(file);
        List<String> answers = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                answers.add(object(parser, text));
            } else if (first == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    answers.add(object(parser, text));
                }
            }
            boolean ended = first == JsonToken.START_OBJECT || isEndOfArray(parser);
            if (answers.isEmpty() || !ended || parser.nextToken() != null) {
                throw new IllegalArgumentException(
                        "it is neither a JSON object nor an array of JSON objects");
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException(notJson(e));
        }
        return answers;
    }

    /**
     * A JSON value, numbers exactly as they are.
     *
     * @throws IllegalArgumentException if it is none, or a name stands twice in an object
     */
    static JsonNode tree(String text) {
        try {
            return TREES.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(notJson(e));
        } catch (NumberFormatException e) {
            // why without its words: they quote the number
            throw new IllegalArgumentException("it holds a number beyond all bounds");
        }
    }

    private static boolean isEndOfArray(JsonParser parser) {
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    private static String object(JsonParser parser, String text) {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return text.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    // why without the parser's own words: they quote the answer
    private static String notJson(JacksonException e) {
        return "it is no JSON as the server writes it: line "
                + (e.getLocation() == null ? 1 : e.getLocation().getLineNr());
    }

    private static String text(byte[] file) {
        if (startsWith(file, 0xFE, 0xFF)) {
            return decoded(file, 2, StandardCharsets.UTF_16BE);
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return decoded(file, 2, StandardCharsets.UTF_16LE);
        }
        return StrictUtf8.text(
                startsWith(file, 0xEF, 0xBB, 0xBF)
                        ? Arrays.copyOfRange(file, 3, file.length)
                        : file);
    }

    private static String decoded(byte[] file, int from, Charset charset) {
        return new String(file, from, file.length - from, charset);
    }

    private static boolean startsWith(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
