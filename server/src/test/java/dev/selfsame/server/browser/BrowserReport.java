package dev.selfsame.server.browser;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What a browser saw.
 *
 * @param values of the expressions, in order
 * @param console what pages and the network complained of
 */
record BrowserReport(List<JsonNode> values, List<String> console) {

    BrowserReport {
        values = List.copyOf(values);
        console = List.copyOf(console);
    }

    static BrowserReport of(JsonNode json) {
        JsonNode failure = json.get("failure");
        if (failure != null) {
            throw new AssertionError(
                    failure.asString() + "\nconsole: " + json.get("console").toPrettyString());
        }
        return new BrowserReport(
                elements(json.get("values")),
                elements(json.get("console")).stream().map(JsonNode::asString).toList());
    }

    /** The last value that was asked for. */
    JsonNode value() {
        return values.getLast();
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
