package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.json.JsonValue;
import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.json.JsonValue.Flag;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Numeral;
import dev.selfsame.server.json.JsonValue.Text;

import java.util.Objects;
import java.util.Optional;

/** The object that every request of the contract wraps in one member of its body. */
record Envelope(Members members) {

    Envelope {
        Objects.requireNonNull(members, "members");
    }

    /**
     * Opens a body: an object, or an array of exactly one.
     *
     * @param key name of the member that holds the object
     */
    static Envelope open(JsonValue body, String key) {
        return switch (body) {
            case Members root when root.get(key) instanceof Members members ->
                    new Envelope(members);
            case Elements(var all) when all.size() == 1 && all.get(0) instanceof Members root ->
                    open(root, key);
            case Members _, Elements _, Text _, LongText _, Numeral _, Flag _, Nothing _ ->
                    throw invalid("no object " + key);
        };
    }

    JsonValue get(String name) {
        return members.get(name);
    }

    /** The picture or record in a member. */
    byte[] bytes(String name) {
        if (get(name).isEmpty()) {
            throw invalid(name + " is missing");
        }
        return bytes(name, get(name));
    }

    /** The picture or record that a value stands for. */
    static byte[] bytes(String name, JsonValue value) {
        if (!(value instanceof Text || value instanceof LongText)) {
            throw invalid(name + " is no string");
        }
        return value.base64()
                .orElseThrow(() -> new Refusal(ErrorText.INVALID_BASE64, name + " is no base64"));
    }

    /** A word or a number as it was spelt; empty where it says nothing. */
    Optional<String> word(String name) {
        JsonValue value = get(name);
        return switch (value) {
            case JsonValue it when it.isEmpty() -> Optional.empty();
            case Text(String text) -> Optional.of(text);
            case Numeral(String spelling) -> Optional.of(spelling);
            case Members _, Elements _, LongText _, Flag _, Nothing _ ->
                    throw invalid(name + " is neither a string nor a number");
        };
    }

    /** A number, also one that was sent as a string; empty where none was sent. */
    Optional<Double> number(String name) {
        return word(name).map(word -> number(name, word));
    }

    private static double number(String name, String word) {
        try {
            double number = Double.parseDouble(word.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid(name + " is no number");
    }

    static Refusal invalid(String detail) {
        return new Refusal(ErrorText.INVALID_JSON, detail);
    }
}
