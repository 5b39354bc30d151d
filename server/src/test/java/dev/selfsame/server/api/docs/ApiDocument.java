package dev.selfsame.server.api.docs;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One of the OpenAPI documents as the build made it.
 *
 * @param name of its file
 */
record ApiDocument(String name, JsonNode root) {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final List<ApiDocument> ALL =
            Stream.of("bioservices", "multibiometrics", "video-server", "status")
                    .map(ApiDocument::read)
                    .toList();

    /**
     * An operation of a document.
     *
     * @param method in capitals
     * @param path as the document has it
     */
    record Operation(
            ApiDocument document, String method, String path, JsonNode item, JsonNode node) {

        /** Parameters of the operation and of its path. */
        List<JsonNode> parameters() {
            List<JsonNode> all = new ArrayList<>();
            for (JsonNode holder : List.of(item, node)) {
                holder.path("parameters").forEach(all::add);
            }
            return all;
        }

        /** Names of parameters of a place that are required, or are not. */
        Set<String> parameters(String in, boolean required) {
            Set<String> names = new TreeSet<>();
            for (JsonNode parameter : parameters()) {
                if (parameter.get("in").asString().equals(in)
                        && parameter.path("required").asBoolean() == required) {
                    names.add(parameter.get("name").asString());
                }
            }
            return names;
        }

        /** True where it says that no key is needed. */
        boolean isOpen() {
            return node.get("security").isEmpty();
        }

        /** Scopes of which one is enough. */
        Set<String> scopes() {
            Set<String> scopes = new TreeSet<>();
            for (JsonNode alternative : node.get("security")) {
                for (JsonNode roles : alternative) {
                    roles.forEach(role -> scopes.add(role.asString()));
                }
            }
            return scopes;
        }

        /** The described answer of a status, null where there is none. */
        JsonNode answer(int status) {
            JsonNode answer = node.get("responses").path(Integer.toString(status));
            return document.resolve(answer);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<ApiDocument> all() {
        return ALL;
    }

    static ApiDocument of(String name) {
        return ALL.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    private static ApiDocument read(String name) {
        String file = "/web/docs/openapi/" + name + ".json";
        try (InputStream in = ApiDocument.class.getResourceAsStream(file)) {
            return new ApiDocument(
                    name, JSON.readTree(Objects.requireNonNull(in, "the build makes " + file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Operation> allOperations() {
        return all().stream().flatMap(document -> document.operations().stream()).toList();
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.get("paths")
                .forEachEntry(
                        (path, item) ->
                                item.forEachEntry(
                                        (method, node) -> {
                                            if (METHODS.contains(method)) {
                                                all.add(operation(method, path, item, node));
                                            }
                                        }));
        return all;
    }

    private Operation operation(String method, String path, JsonNode item, JsonNode node) {
        return new Operation(this, method.toUpperCase(Locale.ROOT), path, item, node);
    }

    JsonNode schemas() {
        return root.get("components").get("schemas");
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : root.at(reference.asString().substring(1));
    }
}
