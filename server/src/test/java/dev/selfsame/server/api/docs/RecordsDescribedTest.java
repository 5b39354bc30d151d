package dev.selfsame.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.selfsame.engine.portrait.Requirement;
import dev.selfsame.server.api.ErrorObject;
import dev.selfsame.server.challenge.ChallengeStatus;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schemas of answers are the records that are written: every member, its type, its absence. */
final class RecordsDescribedTest {

    private static final String API = "dev.selfsame.server.api.";
    // why: added to the bytes of a record, not members of it
    private static final Set<String> ADDED = Set.of("signature", "Success");

    /** A member of a record as it is written. */
    private record Member(Type type, boolean mayBeMissing, boolean mayBeNull) {}

    @ParameterizedTest
    @CsvSource({
        "bioservices, bioservices",
        "multibiometrics, multibiometrics",
        "video-server, videoserver",
        "status, status"
    })
    void schemasAreTheRecords(String name, String room) {
        ApiDocument document = ApiDocument.of(name);
        List<Class<?>> records = wireRecords(room);

        assertThat(records).hasSizeGreaterThan(5);
        for (Class<?> record : records) {
            JsonNode schema = document.schemas().get(record.getSimpleName());
            assertThat(schema).as(record.getSimpleName()).isNotNull();
            assertIsDescribed(document, record, schema);
        }
    }

    private static void assertIsDescribed(ApiDocument document, Class<?> record, JsonNode schema) {
        Map<String, Member> members = members(record);
        Set<String> described = new TreeSet<>(schema.get("properties").propertyNames());
        if (!members.containsKey("Success")) {
            described.removeAll(ADDED);
        }
        assertThat(described).as(record.getSimpleName()).isEqualTo(new TreeSet<>(members.keySet()));
        assertThat(required(schema))
                .as("always there in " + record.getSimpleName())
                .isEqualTo(
                        members.entrySet().stream()
                                .filter(it -> !it.getValue().mayBeMissing())
                                .map(Map.Entry::getKey)
                                .collect(Collectors.toCollection(TreeSet::new)));
        members.forEach(
                (name, member) -> {
                    JsonNode property = schema.get("properties").get(name);
                    String where = record.getSimpleName() + "." + name;
                    assertThat(isNullable(property)).as(where).isEqualTo(member.mayBeNull());
                    assertIsOfType(document, where, member.type(), withoutNull(property));
                });
    }

    private static void assertIsOfType(
            ApiDocument document, String where, Type type, JsonNode property) {
        JsonNode schema = document.resolve(property);
        switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> {
                assertThat(schema.get("type").asString()).as(where).isEqualTo("array");
                assertIsOfType(
                        document, where, list.getActualTypeArguments()[0], schema.get("items"));
            }
            case ParameterizedType map when map.getRawType() == Map.class ->
                    schema.get("properties")
                            .forEach(
                                    it ->
                                            assertIsOfType(
                                                    document,
                                                    where,
                                                    map.getActualTypeArguments()[1],
                                                    it));
            case Class<?> record when record.isRecord() ->
                    assertThat(property.path("$ref").asString(""))
                            .as(where)
                            .isEqualTo("#/components/schemas/" + record.getSimpleName());
            case Class<?> values when values.isEnum() ->
                    assertThat(texts(schema.get("enum")))
                            .as(where)
                            .isEqualTo(names(values.getEnumConstants()));
            case Class<?> plain -> {
                assertThat(schema.get("type").asString()).as(where).isEqualTo(jsonType(plain));
                if (plain != String.class) {
                    assertThat(schema.path("contentEncoding").asString("").equals("base64"))
                            .as(where)
                            .isEqualTo(plain == byte[].class);
                }
            }
            default -> throw new AssertionError(where + " is of a type without a schema: " + type);
        }
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == byte[].class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "integer";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "number";
        }
        throw new AssertionError("no schema for " + type);
    }

    @Test
    void wordsAreThoseOfTheServer() {
        JsonNode bioservices = ApiDocument.of("bioservices").schemas();
        JsonNode icao = ApiDocument.of("multibiometrics").schemas().get("Icao");

        for (String member :
                List.of(
                        "/ReplayStatus/properties/status",
                        "/LivenessResult/properties/livenessStatus")) {
            assertThat(texts(bioservices.at(member + "/enum")))
                    .isEqualTo(names(ChallengeStatus.values()));
        }
        assertThat(List.copyOf(icao.at("/properties/Requirements/properties").propertyNames()))
                .isEqualTo(Arrays.stream(Requirement.values()).map(Requirement::wireName).toList());
    }

    @Test
    void errorsOfMultibiometricsAreTheTextsOfTheServer() throws ReflectiveOperationException {
        JsonNode described =
                ApiDocument.of("multibiometrics")
                        .schemas()
                        .at("/RefusalJson/properties/Message/enum");
        Class<?> texts = Class.forName(API + "multibiometrics.ErrorText");
        Method text = texts.getDeclaredMethod("text");
        text.setAccessible(true);

        for (Object each : texts.getEnumConstants()) {
            assertThat(texts(described)).contains((String) text.invoke(each));
        }
        // the other two have no name in the server, as the contract has no words for them
        assertThat(described).hasSize(texts.getEnumConstants().length + 2);
    }

    /** Records of a package that say how they are written. */
    private static List<Class<?>> wireRecords(String room) {
        Stream<Class<?>> shared =
                room.equals("multibiometrics") ? Stream.of() : Stream.of(ErrorObject.class);
        return Stream.concat(classes(API + room).stream(), shared)
                .filter(Class::isRecord)
                .filter(it -> !members(it).isEmpty())
                .toList();
    }

    private static List<Class<?>> classes(String room) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(room)
                        .stream()
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static Map<String, Member> members(Class<?> record) {
        Map<String, Member> members = new LinkedHashMap<>();
        JsonInclude include = record.getAnnotation(JsonInclude.class);
        boolean leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        for (RecordComponent component : record.getRecordComponents()) {
            JsonProperty name = component.getAccessor().getAnnotation(JsonProperty.class);
            if (name != null) {
                boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                members.put(
                        name.value(),
                        new Member(
                                component.getGenericType(),
                                nullable && leavesOut,
                                nullable && !leavesOut));
            }
        }
        for (Method method : record.getDeclaredMethods()) {
            JsonProperty name = method.getAnnotation(JsonProperty.class);
            if (name != null && !members.containsKey(name.value())) {
                members.put(name.value(), new Member(method.getReturnType(), false, false));
            }
        }
        return members;
    }

    private static Set<String> required(JsonNode schema) {
        Set<String> names = new TreeSet<>();
        schema.path("required").forEach(it -> names.add(it.asString()));
        return names;
    }

    private static boolean isNullable(JsonNode property) {
        return property.path("anyOf")
                .valueStream()
                .anyMatch(it -> it.path("type").asString("").equals("null"));
    }

    private static JsonNode withoutNull(JsonNode property) {
        return isNullable(property) ? property.get("anyOf").get(0) : property;
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> names(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }
}
