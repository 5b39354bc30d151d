package dev.selfsame.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One operation of a graph.
 *
 * @param name unique in the graph
 * @param op operation
 * @param inputs names of the nodes whose first output it takes
 * @param attributes as the GraphDef has them: strings are base64, integers are strings
 */
public record TfNode(String name, String op, List<String> inputs, JsonNode attributes) {

    static TfNode read(JsonNode json) {
        String name = json.path("name").asText();
        List<String> inputs = new ArrayList<>();
        for (JsonNode input : json.path("input")) {
            String source = input.asText();
            if (source.startsWith("^") || source.contains(":")) {
                throw new ConversionException(
                        "node "
                                + name
                                + ": input "
                                + source
                                + " (expected: a node's first output)");
            }
            inputs.add(source);
        }
        return new TfNode(name, json.path("op").asText(), inputs, json.path("attr"));
    }

    /** The input at that place, which must be there. */
    public String input(int index) {
        if (index >= inputs.size()) {
            throw wrong("no input " + index);
        }
        return inputs.get(index);
    }

    /** A string, such as {@code SAME}. */
    public String string(String attribute) {
        return decoded(present(attribute).path("s"));
    }

    /** A list of strings; empty if absent. */
    public List<String> strings(String attribute) {
        List<String> all = new ArrayList<>();
        attributes.path(attribute).path("list").path("s").forEach(s -> all.add(decoded(s)));
        return all;
    }

    /** A list of integers, such as strides in NHWC order. */
    public List<Long> integers(String attribute) {
        List<Long> all = new ArrayList<>();
        present(attribute).path("list").path("i").forEach(i -> all.add(i.asLong()));
        return all;
    }

    /** The axes of a shape; -1 where it is open. */
    public long[] dimensions(String attribute) {
        JsonNode axes = present(attribute).path("shape").path("dim");
        long[] all = new long[axes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = axes.path(i).path("size").asLong();
        }
        return all;
    }

    /** A switch; false if absent. */
    public boolean flag(String attribute) {
        return attributes.path(attribute).path("b").asBoolean(false);
    }

    /** What to throw when this node cannot be translated. */
    public ConversionException wrong(String reason) {
        return new ConversionException("node " + name + " (" + op + "): " + reason);
    }

    private JsonNode present(String attribute) {
        JsonNode value = attributes.path(attribute);
        if (value.isMissingNode()) {
            throw wrong("no attribute " + attribute);
        }
        return value;
    }

    private static String decoded(JsonNode base64) {
        return new String(Base64.getDecoder().decode(base64.asText()), StandardCharsets.ISO_8859_1);
    }
}
