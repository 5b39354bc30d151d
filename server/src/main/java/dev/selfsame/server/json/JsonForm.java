package dev.selfsame.server.json;

import dev.selfsame.server.json.JsonValue.Elements;
import dev.selfsame.server.json.JsonValue.Flag;
import dev.selfsame.server.json.JsonValue.LongText;
import dev.selfsame.server.json.JsonValue.Members;
import dev.selfsame.server.json.JsonValue.Nothing;
import dev.selfsame.server.json.JsonValue.Numeral;
import dev.selfsame.server.json.JsonValue.Text;
import dev.selfsame.server.problem.Problem;
import dev.selfsame.server.problem.ProblemKind;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An object that a client sent. Numbers and booleans are taken as strings as well, as documented
 * clients send them so; members that nobody asks for are overlooked.
 */
public record JsonForm(Members members) {

    /** The longest name that a client can give to anything. */
    public static final int LONGEST_NAME = 256;

    private static final int LONGEST_NUMBER = 40;

    public JsonForm {
        Objects.requireNonNull(members, "members");
    }

    /** Opens an object, or an array of exactly one. */
    public static JsonForm open(String where, JsonValue body) {
        return switch (body) {
            case Members object -> new JsonForm(object);
            case Elements(var all) when all.size() == 1 && all.get(0) instanceof Members object ->
                    new JsonForm(object);
            case Elements _, Text _, LongText _, Numeral _, Flag _, Nothing _ ->
                    throw invalid(where + ": not an object, nor an array of exactly one");
        };
    }

    /** A form in which nothing is said. */
    public static JsonForm empty() {
        return new JsonForm(new Members(Map.of()));
    }

    /** A name or a sentence of up to {@value #LONGEST_NAME} characters, null for nothing. */
    public @Nullable String text(String name) {
        return text(name, LONGEST_NAME);
    }

    /** Text of up to so many characters, null for nothing. */
    public @Nullable String text(String name, int longest) {
        return switch (members.get(name)) {
            case Nothing _ -> null;
            case Text(String text) when text.length() <= longest -> text.isEmpty() ? null : text;
            case Text _, LongText _ ->
                    throw invalid(name + ": longer than " + longest + " characters");
            case Numeral(String spelling) when spelling.length() <= longest -> spelling;
            case Numeral _, Members _, Elements _, Flag _ -> throw invalid(name + ": no text");
        };
    }

    /** A boolean, null for nothing. */
    public @Nullable Boolean flag(String name) {
        return switch (members.get(name)) {
            case Nothing _ -> null;
            case Flag(boolean value) -> value;
            case Text(String text) -> LenientBoolean.parse(name, text.strip());
            case Numeral(String spelling) -> LenientBoolean.parse(name, spelling);
            case LongText _, Members _, Elements _ ->
                    throw invalid(name + ": not a boolean (expected: true or false)");
        };
    }

    /** A number, empty for nothing. */
    public Optional<BigDecimal> number(String name) {
        return switch (members.get(name)) {
            case Nothing _ -> Optional.empty();
            case Text(String text) when text.isBlank() -> Optional.empty();
            case Text(String text) -> Optional.of(number(name, text.strip()));
            case Numeral(String spelling) -> Optional.of(number(name, spelling));
            case LongText _, Members _, Elements _, Flag _ -> throw invalid(name + ": no number");
        };
    }

    private static BigDecimal number(String name, String spelling) {
        try {
            if (spelling.length() <= LONGEST_NUMBER) {
                return new BigDecimal(spelling);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw invalid(name + ": no number");
    }

    /**
     * A whole number.
     *
     * @throws Problem if it is none, or out of range
     */
    public Optional<Integer> integer(String name, int least, int most) {
        return number(name).map(number -> integer(name, number, least, most));
    }

    private static int integer(String name, BigDecimal number, int least, int most) {
        boolean inRange =
                number.compareTo(BigDecimal.valueOf(least)) >= 0
                        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
        // why the range first: a number such as 1e999999999 is not to be written out
        if (!inRange || number.stripTrailingZeros().scale() > 0) {
            throw invalid(
                    name + ": not a whole number in range (expected: " + least + ".." + most + ")");
        }
        return number.intValue();
    }

    /** An object inside, empty for nothing. */
    public Optional<JsonForm> object(String name) {
        return switch (members.get(name)) {
            case Nothing _ -> Optional.empty();
            case Members object -> Optional.of(new JsonForm(object));
            case Text _, LongText _, Numeral _, Flag _, Elements _ ->
                    throw invalid(name + ": not an object");
        };
    }

    public JsonValue get(String name) {
        return members.get(name);
    }

    public static Problem invalid(String message) {
        return new Problem(ProblemKind.INVALID_REQUEST, message);
    }
}
