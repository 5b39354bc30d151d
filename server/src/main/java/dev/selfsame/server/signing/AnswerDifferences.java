package dev.selfsame.server.signing;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where two JSON values differ in what they say, whatever the order of members. */
final class AnswerDifferences {

    /** So many are listed. */
    static final int MOST = 10;

    private static final int MOST_SHOWN_CHARS = 60;

    private final List<String> found = new ArrayList<>();

    private AnswerDifferences() {}

    /** The differences, by JSON pointer (RFC 6901); none where both say the same. */
    static List<String> between(JsonNode signed, JsonNode answer) {
        AnswerDifferences differences = new AnswerDifferences();
        differences.compare("", signed, answer);
        return List.copyOf(differences.found);
    }

    private void compare(String path, @Nullable JsonNode signed, @Nullable JsonNode answer) {
        if (found.size() == MOST) {
            return;
        }
        if (signed == null || answer == null) {
            add(path, signed, answer);
        } else if (signed.isObject() && answer.isObject()) {
            Set<String> names = new TreeSet<>(signed.propertyNames());
            names.addAll(answer.propertyNames());
            for (String name : names) {
                compare(
                        path + '/' + name.replace("~", "~0").replace("/", "~1"),
                        signed.get(name),
                        answer.get(name));
            }
        } else if (signed.isArray() && answer.isArray()) {
            for (int i = 0; i < Math.max(signed.size(), answer.size()); i++) {
                compare(path + '/' + i, signed.get(i), answer.get(i));
            }
        } else if (!same(signed, answer)) {
            add(path, signed, answer);
        }
    }

    private static boolean same(JsonNode signed, JsonNode answer) {
        // why by value: 1.0 and 1, or 1e-7 and 0.0000001, are one number to a tool that formats
        return (signed.isNumber() && answer.isNumber())
                ? signed.decimalValue().compareTo(answer.decimalValue()) == 0
                : signed.equals(answer);
    }

    private void add(String path, @Nullable JsonNode signed, @Nullable JsonNode answer) {
        if (found.size() < MOST) {
            found.add(
                    (path.isEmpty() ? "the whole" : shown(path))
                            + ": "
                            + (signed == null ? "nothing" : shown(signed.toString()))
                            + " was signed, "
                            + (answer == null ? "nothing" : shown(answer.toString()))
                            + " is here");
        }
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN_CHARS
                ? text
                : text.substring(0, MOST_SHOWN_CHARS) + "...";
    }
}
