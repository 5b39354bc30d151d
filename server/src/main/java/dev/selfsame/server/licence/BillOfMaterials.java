package dev.selfsame.server.licence;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads what the build wrote down: libraries (CycloneDX 1.6) and packages in scripts. */
public final class BillOfMaterials {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = "dev.selfsame";
    private static final Map<String, String> SPDX = Map.of("EPL 1.0", "EPL-1.0");

    private BillOfMaterials() {}

    /** Libraries of others, each once whatever its platforms. */
    public static List<Ingredient> libraries(byte[] cycloneDx) {
        return JSON.readTree(cycloneDx)
                .path("components")
                .valueStream()
                .filter(it -> !text(it, "group").equals(OWN))
                .map(BillOfMaterials::library)
                .distinct()
                .toList();
    }

    private static Ingredient library(JsonNode component) {
        return new Ingredient(
                Ingredient.Kind.LIBRARY,
                text(component, "group") + ":" + text(component, "name"),
                text(component, "version"),
                component
                        .path("licenses")
                        .valueStream()
                        .map(BillOfMaterials::licence)
                        .map(name -> SPDX.getOrDefault(name, name))
                        .toList());
    }

    private static String licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return Stream.of(text(licence, "id"), text(licence, "name"), text(choice, "expression"))
                .filter(Predicate.not(String::isEmpty))
                .findFirst()
                .orElse("unknown");
    }

    /** Packages of npm that are in scripts or style sheets, as the web build wrote them down. */
    public static List<Ingredient> scripts(byte[] packages) {
        return JSON.readTree(packages)
                .valueStream()
                .map(
                        it ->
                                new Ingredient(
                                        Ingredient.Kind.SCRIPT,
                                        text(it, "name"),
                                        text(it, "version"),
                                        alternatives(text(it, "licence"))))
                .toList();
    }

    /** An SPDX expression of names with OR between them; anything else stays whole. */
    private static List<String> alternatives(String expression) {
        return Stream.of(expression.replaceAll("^\\(|\\)$", "").split(" OR ")).toList();
    }

    private static String text(JsonNode node, String member) {
        return Optional.ofNullable(node.get(member)).map(JsonNode::asString).orElse("");
    }
}
