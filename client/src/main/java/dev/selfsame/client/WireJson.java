package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JSON of requests and answers. Members that nobody knows are passed over, for servers that are
 * newer; members that are missing or of another type, names that come twice, and anything after the
 * end are refused. What is refused is not quoted, as it may hold templates.
 */
final class WireJson {

    private static final JsonMapper JSON =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .build();

    private WireJson() {}

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** Adds a member, or nothing where there is no value. */
    static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) {
            object.put(name, value);
        }
    }

    /**
     * The object that a text is.
     *
     * @throws SelfsameException if it is none
     */
    static <T> T read(String text, Class<T> type) {
        try {
            return required(JSON.readValue(text, type), type);
        } catch (JacksonException e) {
            throw notA(type);
        }
    }

    /**
     * The object in a member of another one.
     *
     * @throws SelfsameException if there is none
     */
    static <T> T member(JsonNode object, String name, Class<T> type) {
        JsonNode member = object.get(name);
        if (member == null) {
            throw SelfsameException.unusable("it has no " + name);
        }
        try {
            return required(JSON.treeToValue(member, type), type);
        } catch (JacksonException e) {
            throw notA(type);
        }
    }

    /**
     * The object that a text is.
     *
     * @throws SelfsameException if it is none
     */
    static JsonNode object(String text) {
        JsonNode read = read(text, JsonNode.class);
        if (!read.isObject()) {
            throw SelfsameException.unusable("it is no JSON object");
        }
        return read;
    }

    /** The object that bytes are, null if they are none. */
    static @Nullable JsonNode tree(byte[] bytes) {
        try {
            JsonNode read = JSON.readTree(bytes);
            return read.isObject() ? read : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /**
     * The texts of the objects in an array, letter by letter, as they are signed one by one.
     *
     * @throws SelfsameException if it is no array of objects
     */
    static List<String> elements(String array) {
        List<String> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw SelfsameException.unusable("it is no JSON array");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                int start = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                int end = (int) parser.currentLocation().getCharOffset();
                elements.add(array.substring(start, end));
            }
            if (parser.currentToken() != JsonToken.END_ARRAY || parser.nextToken() != null) {
                throw SelfsameException.unusable("it is no JSON array of objects alone");
            }
        } catch (JacksonException e) {
            throw SelfsameException.unusable("it is no JSON");
        }
        return elements;
    }

    private static <T> T required(@Nullable T value, Class<T> type) {
        if (value == null) {
            throw notA(type);
        }
        return value;
    }

    private static SelfsameException notA(Class<?> type) {
        return SelfsameException.unusable("it is no JSON of a " + type.getSimpleName());
    }
}
