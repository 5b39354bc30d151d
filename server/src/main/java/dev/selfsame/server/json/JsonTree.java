package dev.selfsame.server.json;

import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.json.JsonValue.Flag;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Numeral;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds the value of one body. Confined to the thread that reads it. */
final class JsonTree {

    private final JsonParser parser;
    private final long maxBytes;
    private long keptBytes;

    JsonTree(JsonParser parser, long maxBytes) {
        this.parser = parser;
        this.maxBytes = maxBytes;
    }

    /** The one value of the body. */
    JsonValue whole(boolean mayBeEmpty) {
        JsonToken first = parser.nextToken();
        if (first == null && mayBeEmpty) {
            return new Nothing();
        }
        JsonValue value = value(first);
        if (parser.nextToken() != null) {
            throw malformed();
        }
        return value;
    }

    /** Bytes that long strings are kept as. */
    long keptBytes() {
        return keptBytes;
    }

    private JsonValue value(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> members();
            case START_ARRAY -> elements();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Numeral(parser.getString());
            case VALUE_TRUE -> new Flag(true);
            case VALUE_FALSE -> new Flag(false);
            case VALUE_NULL -> new Nothing();
            case null, default -> throw malformed();
        };
    }

    private Members members() {
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            // why: two readers of one text could otherwise see two different people
            if (byName.put(name, value(parser.nextToken())) != null) {
                throw malformed();
            }
        }
        return new Members(byName);
    }

    private Elements elements() {
        List<JsonValue> all = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            all.add(value(token));
        }
        return new Elements(all);
    }

    private JsonValue text() {
        TextSink sink = new TextSink(maxBytes);
        parser.readString(sink);
        JsonValue value = sink.value();
        if (value instanceof LongText(byte[] bytes) && bytes != null) {
            keptBytes += bytes.length;
        }
        return value;
    }

    private static Problem malformed() {
        return new Problem(ProblemKind.INVALID_REQUEST, JsonReader.MALFORMED);
    }
}
