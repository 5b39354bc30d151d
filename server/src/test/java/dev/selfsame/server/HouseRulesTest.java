package dev.selfsame.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import dev.selfsame.server.testing.ProvenRule;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** What every module keeps to, tested here because the server is built after the others. */
final class HouseRulesTest {

    private static final String HOUSE = "dev.selfsame..";

    /** The converter; its classes are not in the jar that it fills. */
    private static final String MODELS = "../models/target/classes";

    private static final List<String> CONFIGURATIONS =
            List.of(
                    "org.springframework.context.annotation.Configuration",
                    "org.springframework.boot.SpringBootConfiguration");

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPaths(
                            "target/classes",
                            "../engine/target/classes",
                            "../client/target/classes",
                            MODELS);

    @TempDir private Path folder;

    private static Stream<ProvenRule> rules() {
        return Stream.of(formOfClasses(), foreignClasses(), formOfMembers(), client())
                .flatMap(it -> it);
    }

    private static Stream<ProvenRule> formOfClasses() {
        return Stream.of(
                new ProvenRule(
                        "every package is @NullMarked",
                        classes().that().resideInAPackage(HOUSE).should(beNullMarked()),
                        "package dev.selfsame.careless; class CulpritOfNull {}"),
                new ProvenRule(
                        "packages are named after things of the domain",
                        noClasses()
                                .that()
                                .resideInAPackage(HOUSE)
                                .should()
                                .resideInAnyPackage(
                                        "..util..",
                                        "..utils..",
                                        "..common..",
                                        "..helper..",
                                        "..helpers..",
                                        "..manager..",
                                        "..impl..",
                                        "..dto..",
                                        "..service..",
                                        "..misc.."),
                        "package dev.selfsame.server.media.util; class CulpritOfName {}",
                        "package dev.selfsame.engine.dto; class CulpritOfLayers {}"),
                new ProvenRule(
                        "classes are final",
                        classes()
                                .that()
                                .resideInAPackage(HOUSE)
                                .and()
                                .areNotInterfaces()
                                .and()
                                .areNotEnums()
                                .and()
                                .areNotAnonymousClasses()
                                .should()
                                .haveModifier(FINAL)
                                .orShould(beConfiguration()),
                        "package dev.selfsame.careless; class CulpritForHeirs {}"),
                new ProvenRule(
                        "nothing is inherited for reuse",
                        noClasses()
                                .that()
                                .resideInAPackage(HOUSE)
                                .and()
                                .areNotEnums()
                                .should(extendAClassOfTheHouse()),
                        "package dev.selfsame.careless; class CulpritHeir extends Testator {}",
                        "package dev.selfsame.careless; class Testator {}"));
    }

    private static Stream<ProvenRule> foreignClasses() {
        return Stream.of(
                new ProvenRule(
                        "no scratch in thread locals",
                        noClasses()
                                .that()
                                .resideInAPackage(HOUSE)
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(ThreadLocal.class, InheritableThreadLocal.class),
                        "package dev.selfsame.careless;"
                                + " class CulpritOfThreads { ThreadLocal<byte[]> scratch; }"),
                new ProvenRule(
                        "logging through SLF4J",
                        noClasses()
                                .that()
                                .resideInAPackage(HOUSE)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("java.util.logging.."),
                        "package dev.selfsame.careless;"
                                + " class CulpritOfLogs { java.util.logging.Logger log; }"),
                new ProvenRule(
                        "time comes from a Clock",
                        noClasses()
                                .that()
                                .resideInAPackage(HOUSE)
                                .should()
                                .callMethod(Instant.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis"),
                        "package dev.selfsame.careless;"
                                + " class CulpritOfTime { Object now = java.time.Instant.now(); }",
                        "package dev.selfsame.careless; class CulpritOfMillis { long now ="
                                + " System.currentTimeMillis(); }"));
    }

    private static Stream<ProvenRule> formOfMembers() {
        return Stream.of(
                new ProvenRule(
                        "no mutable static state",
                        fields().that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(HOUSE)
                                .and()
                                .areStatic()
                                .should()
                                .beFinal(),
                        "package dev.selfsame.careless; class CulpritOfState { static int count;"
                                + " }"),
                new ProvenRule(
                        "dependencies come through constructors",
                        NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                        "package dev.selfsame.careless; class CulpritOfMagic {"
                            + " @org.springframework.beans.factory.annotation.Autowired int it; }"),
                new ProvenRule(
                        "no Optional is stored",
                        noFields()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(HOUSE)
                                .should()
                                .haveRawType(Optional.class),
                        "package dev.selfsame.careless;"
                                + " class CulpritOfStoring { java.util.Optional<String> it; }"),
                new ProvenRule(
                        "no Optional is passed",
                        noMethods()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(HOUSE)
                                .should(takeAnOptional()),
                        "package dev.selfsame.careless; class CulpritOfPassing { void"
                                + " m(java.util.Optional<String> it) {} }"),
                new ProvenRule(
                        "calls block: no futures in signatures",
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(HOUSE)
                                .and()
                                .areNotPrivate()
                                .should()
                                .notHaveRawReturnType(
                                        belongToAnyOf(
                                                Future.class,
                                                CompletableFuture.class,
                                                CompletionStage.class)),
                        "package dev.selfsame.careless; class CulpritOfFutures {"
                                + " java.util.concurrent.CompletableFuture<String> m() {"
                                + " return null; } }"));
    }

    /** Who uses the client gets no more than its module states. */
    private static Stream<ProvenRule> client() {
        return Stream.of(
                new ProvenRule(
                        "the client knows the JDK and Jackson alone",
                        classes()
                                .that()
                                .resideInAPackage("dev.selfsame.client..")
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        "",
                                        "java..",
                                        "javax.crypto..",
                                        "javax.net.ssl..",
                                        "org.jspecify.annotations..",
                                        "com.fasterxml.jackson.annotation..",
                                        "tools.jackson..",
                                        "dev.selfsame.client.."),
                        "package dev.selfsame.client;"
                                + " class CulpritOfServer { dev.selfsame.server.StartOptions it; }",
                        "package dev.selfsame.client;"
                                + " class CulpritOfEngine { dev.selfsame.engine.Engine it; }",
                        "package dev.selfsame.client; class CulpritOfSpring {"
                                + " org.springframework.http.HttpStatus it; }"),
                new ProvenRule(
                        "the application does not need the client",
                        noClasses()
                                .that()
                                .resideInAnyPackage(
                                        "dev.selfsame.server..", "dev.selfsame.engine..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("dev.selfsame.client.."),
                        "package dev.selfsame.server.usage; class CulpritCaller {"
                                + " dev.selfsame.client.SelfsameClient it; }"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void mainClassesKeepTheRule(ProvenRule rule) {
        rule.rule().check(MAIN);
    }

    @Test
    void everyBreachOfARuleIsNoticed() {
        ProvenRule.assertEachBreachIsNoticed(rules().toList(), folder);
    }

    private static ArchCondition<JavaClass> beNullMarked() {
        return new ArchCondition<>("be in a @NullMarked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(item, marked, item.getName()));
            }
        };
    }

    /** Spring's own subclass of a full configuration needs a class that is not final. */
    private static ArchCondition<JavaClass> beConfiguration() {
        return ArchCondition.from(
                DescribedPredicate.describe(
                        "be a configuration",
                        (JavaClass item) ->
                                CONFIGURATIONS.stream().anyMatch(item::isAnnotatedWith)));
    }

    private static ArchCondition<JavaClass> extendAClassOfTheHouse() {
        return ArchCondition.from(
                DescribedPredicate.describe(
                        "extend a class of the house",
                        (JavaClass item) ->
                                item.getRawSuperclass()
                                        .filter(
                                                it ->
                                                        it.getPackageName()
                                                                .startsWith("dev.selfsame"))
                                        .filter(it -> !it.isEnum())
                                        .isPresent()));
    }

    private static ArchCondition<JavaMethod> takeAnOptional() {
        return ArchCondition.from(
                DescribedPredicate.describe(
                        "take an Optional",
                        (JavaMethod item) ->
                                !item.getModifiers().contains(SYNTHETIC)
                                        && item.getRawParameterTypes().stream()
                                                .anyMatch(
                                                        it -> it.isEquivalentTo(Optional.class))));
    }
}
