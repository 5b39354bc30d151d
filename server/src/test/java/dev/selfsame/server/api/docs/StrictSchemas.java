package dev.selfsame.server.api.docs;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The schemas of a document with nothing added: a member that they do not name is a fault. Clients
 * must expect more members than there are, so the documents themselves do not forbid them.
 */
final class StrictSchemas {

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final ApiDocument document;
    private final JsonNode components;
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    StrictSchemas(ApiDocument document) {
        this.document = document;
        components = strict(document.root().get("components").deepCopy());
    }

    /** What is wrong with a value, in words; empty where nothing is. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode root = ApiDocument.JSON.createObjectNode();
        root.set("$defs", components);
        root.putArray("allOf").add(strict(document.resolve(schema).deepCopy()));
        return REGISTRY.getSchema(root);
    }

    private static JsonNode strict(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        // why elsewhere: plain schemas have their definitions in another place than OpenAPI
        if (node instanceof ObjectNode object && object.path("$ref").isString()) {
            object.put("$ref", object.get("$ref").asString().replace("#/components/", "#/$defs/"));
        }
        node.forEach(StrictSchemas::strict);
        return node;
    }
}
