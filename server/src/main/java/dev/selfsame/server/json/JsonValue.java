package dev.selfsame.server.json;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value as it arrived. None of them shows its content where it might be logged. */
public sealed interface JsonValue {

    /** Members in the order in which they were sent. */
    record Members(Map<String, JsonValue> byName) implements JsonValue {
        public Members {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }

        /** A member, whatever it is; {@link Nothing} where there is none of that name. */
        public JsonValue get(String name) {
            return byName.getOrDefault(name, new Nothing());
        }

        @Override
        public String toString() {
            return "Members[" + byName.size() + "]";
        }
    }

    /** An array. */
    record Elements(List<JsonValue> all) implements JsonValue {
        public Elements {
            all = List.copyOf(all);
        }

        @Override
        public String toString() {
            return "Elements[" + all.size() + "]";
        }
    }

    /** A string of up to {@value TextSink#LONGEST_TEXT} characters. */
    record Text(String value) implements JsonValue {
        @Override
        public String toString() {
            return "Text[" + value.length() + "]";
        }
    }

    /**
     * A longer string, of which only the bytes are kept that it stands for. Shares its array.
     *
     * @param bytes null where it is no base64
     */
    record LongText(byte @Nullable [] bytes) implements JsonValue {
        @Override
        public String toString() {
            return "LongText[" + (bytes == null ? -1 : bytes.length) + "]";
        }
    }

    /** A number as it was spelt. */
    record Numeral(String spelling) implements JsonValue {
        @Override
        public String toString() {
            return "Numeral[" + spelling.length() + "]";
        }
    }

    /** True or false. */
    record Flag(boolean value) implements JsonValue {}

    /** The literal null, or a member that is missing. */
    record Nothing() implements JsonValue {}

    /** Whether it says nothing: null, an empty or blank string, an empty array or object. */
    default boolean isEmpty() {
        return switch (this) {
            case Nothing _ -> true;
            case Text(String value) -> value.isBlank();
            case Members(var members) -> members.isEmpty();
            case Elements(var elements) -> elements.isEmpty();
            case LongText _, Numeral _, Flag _ -> false;
        };
    }

    /** The bytes that a string stands for; empty for strings that are no base64. */
    default Optional<byte[]> base64() {
        return switch (this) {
            case Text(String value) -> Base64Text.decode(value);
            case LongText(byte[] bytes) -> Optional.ofNullable(bytes);
            case Members _, Elements _, Numeral _, Flag _, Nothing _ -> Optional.empty();
        };
    }
}
