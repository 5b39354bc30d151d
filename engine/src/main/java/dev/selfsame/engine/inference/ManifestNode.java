package dev.selfsame.engine.inference;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One object of a manifest; each reading checks type and range and says where it failed. */
final class ManifestNode {

    private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final JsonNode node;
    private final String path;

    ManifestNode(JsonNode node, String path) {
        this.node = node;
        this.path = path;
        if (!node.isObject()) {
            throw new InvalidPackException(path + ": not an object");
        }
    }

    /** A typing error in an optional field must not pass as its absence. */
    ManifestNode allowing(String... fields) {
        Set<String> known = Set.of(fields);
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name) && !name.equals("description")) {
                                throw wrong(name, "unknown field", Arrays.toString(fields));
                            }
                        });
        return this;
    }

    boolean has(String field) {
        return node.hasNonNull(field);
    }

    String text(String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong(field, value.toString(), "a text");
        }
        return value.textValue();
    }

    String textOr(String field, String absent) {
        return has(field) ? text(field) : absent;
    }

    /** A plain file name: nothing that could lead out of the pack's folder. */
    String fileName(String field) {
        String name = text(field);
        if (!FILE_NAME.matcher(name).matches()) {
            throw wrong(field, name, FILE_NAME.pattern());
        }
        return name;
    }

    int integer(String field, int least, int most) {
        JsonNode value = node.path(field);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            throw wrong(field, value.toString(), least + ".." + most);
        }
        return value.intValue();
    }

    double number(String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw wrong(field, value.toString(), "a number");
        }
        return value.doubleValue();
    }

    double numberOr(String field, double absent) {
        return has(field) ? number(field) : absent;
    }

    boolean flagOr(String field, boolean absent) {
        JsonNode value = node.path(field);
        if (value.isMissingNode()) {
            return absent;
        }
        if (!value.isBoolean()) {
            throw wrong(field, value.toString(), "true or false");
        }
        return value.booleanValue();
    }

    double[] numbers(String field, int count) {
        return numbers(node.path(field), field, count);
    }

    /** An array of arrays of numbers. */
    List<double[]> rows(String field, int columns) {
        List<double[]> rows = new ArrayList<>();
        for (JsonNode row : array(field)) {
            rows.add(numbers(row, field, columns));
        }
        return List.copyOf(rows);
    }

    <T> List<T> objects(String field, Function<ManifestNode, T> reader) {
        List<T> all = new ArrayList<>();
        int index = 0;
        for (JsonNode item : array(field)) {
            all.add(reader.apply(new ManifestNode(item, path + "." + field + "[" + index++ + "]")));
        }
        return List.copyOf(all);
    }

    ManifestNode object(String field) {
        return new ManifestNode(node.path(field), path + "." + field);
    }

    Map<String, String> texts(String field) {
        ManifestNode inner = object(field);
        Map<String, String> all = new LinkedHashMap<>();
        inner.node.fieldNames().forEachRemaining(name -> all.put(name, inner.text(name)));
        return Map.copyOf(all);
    }

    /** Every field of this object, all of them numbers. */
    Map<String, Double> allNumbers() {
        Map<String, Double> all = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> all.put(name, number(name)));
        return all;
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        String name = text(field);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return constant;
            }
        }
        throw wrong(field, name, Arrays.toString(type.getEnumConstants()));
    }

    <E extends Enum<E>> E choiceOr(String field, E absent) {
        return has(field) ? choice(field, absent.getDeclaringClass()) : absent;
    }

    InvalidPackException wrong(String field, String value, String expected) {
        return new InvalidPackException(
                path + "." + field + ": " + value + " (expected: " + expected + ")");
    }

    private JsonNode array(String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw wrong(field, value.toString(), "an array");
        }
        return value;
    }

    private double[] numbers(JsonNode array, String field, int count) {
        if (!array.isArray() || (count > 0 && array.size() != count)) {
            throw wrong(field, array.toString(), count + " numbers");
        }
        double[] all = new double[array.size()];
        for (int i = 0; i < all.length; i++) {
            if (!array.get(i).isNumber()) {
                throw wrong(field, array.toString(), "numbers");
            }
            all[i] = array.get(i).doubleValue();
        }
        return all;
    }
}
