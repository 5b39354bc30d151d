package dev.selfsame.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.selfsame.server.testing.ProvenRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The arrows between the server's packages, and for each the proof that it would be noticed. A
 * package that is neither an API, a store nor the command line is a domain package.
 */
final class ArchitectureTest {

    private static final String ROOT = "dev.selfsame.server";
    private static final String API = ROOT + ".api..";
    private static final String STORE = ROOT + ".store..";
    private static final String CLI = ROOT + ".cli..";
    private static final String[] NOT_DOMAIN = {ROOT, API, STORE, CLI};

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @TempDir private Path folder;

    private static Stream<ProvenRule> rules() {
        return Stream.of(shape(), layers(), libraries()).flatMap(it -> it);
    }

    private static Stream<ProvenRule> shape() {
        return Stream.of(
                new ProvenRule(
                        "no cycle between packages at any depth",
                        slices().matching(ROOT + ".(**)").should().beFreeOfCycles(),
                        uses("audit", "CulpritEarly", "audit.trail.CulpritLate"),
                        uses("audit.trail", "CulpritLate", "audit.CulpritEarly")),
                new ProvenRule(
                        "no API knows another",
                        slices().matching(ROOT + ".api.(*)..").should().notDependOnEachOther(),
                        uses("api.admin", "CulpritRoute", "api.videoserver.Wire"),
                        isUsed("api.videoserver", "Wire")),
                new ProvenRule(
                        "what the APIs have in common knows none of them",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".api")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(ROOT + ".api.*.."),
                        uses("api", "CulpritFilter", "api.multibiometrics.Wire"),
                        isUsed("api.multibiometrics", "Wire")));
    }

    private static Stream<ProvenRule> layers() {
        return Stream.of(
                new ProvenRule(
                        "APIs know neither stores nor command line nor composition",
                        noClasses()
                                .that()
                                .resideInAPackage(API)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(STORE, CLI, ROOT),
                        uses("api.admin", "CulpritOfStore", "store.redis.Rows"),
                        uses("api.admin", "CulpritOfCli", "cli.Command"),
                        uses("api.admin", "CulpritOfRoot", "Composition"),
                        isUsed("store.redis", "Rows"),
                        isUsed("cli", "Command"),
                        "package dev.selfsame.server; public class Composition {}"),
                new ProvenRule(
                        "stores know neither APIs nor command line nor composition",
                        noClasses()
                                .that()
                                .resideInAPackage(STORE)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(API, CLI, ROOT),
                        uses("store.memory", "CulpritOfApi", "api.admin.KeyWire"),
                        uses("store.memory", "CulpritOfCli", "cli.Command"),
                        uses("store.memory", "CulpritOfRoot", "Composition"),
                        isUsed("api.admin", "KeyWire")),
                new ProvenRule(
                        "domain packages know neither APIs nor stores nor command line",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .and()
                                .resideOutsideOfPackages(NOT_DOMAIN)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(NOT_DOMAIN),
                        uses("person", "CulpritOfApi", "api.admin.KeyWire"),
                        uses("person", "CulpritOfStore", "store.redis.Rows"),
                        uses("person", "CulpritOfCli", "cli.Command"),
                        uses("anything.deep", "CulpritOfRoot", "Composition")),
                new ProvenRule(
                        "the command line is the outermost",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .and()
                                .resideOutsideOfPackage(CLI)
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(CLI),
                        "package dev.selfsame.server; class CulpritComposition {"
                                + " dev.selfsame.server.cli.Command it; }"));
    }

    private static Stream<ProvenRule> libraries() {
        return Stream.of(
                only(
                        "store.jdbc",
                        "java.sql",
                        "javax.sql",
                        "org.springframework.jdbc",
                        "org.springframework.dao",
                        "org.flywaydb",
                        "org.springframework.transaction",
                        "org.postgresql",
                        "com.zaxxer",
                        "org.h2"),
                only("store.redis", "io.lettuce", "io.netty"),
                only("nowhere", "reactor"),
                only("api", "com.fasterxml.jackson.annotation"),
                only("nowhere", "ai.onnxruntime"),
                only("multipart", "org.apache.james"),
                only("store.s3", "software.amazon"),
                only("callback", "org.apache.hc"),
                only("trace", "io.opentelemetry"),
                new ProvenRule(
                        "Tomcat at the doors alone",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .and()
                                .resideOutsideOfPackages(
                                        API, ROOT + ".connection", ROOT + ".tls", ROOT + ".log")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "org.apache.catalina..",
                                        "org.apache.coyote..",
                                        "org.apache.tomcat.."),
                        "package dev.selfsame.server.usage; class CulpritOfTomcat {"
                                + " org.apache.catalina.connector.Connector it; }"),
                only("cli", "picocli", "org.knowm"),
                new ProvenRule(
                        "no HTTP in domain packages and stores",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .and()
                                .resideOutsideOfPackages(ROOT, API, CLI)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "jakarta.servlet..",
                                        "org.springframework.web..",
                                        "org.springframework.http.."),
                        "package dev.selfsame.server.challenge;"
                                + " class CulpritServlet { jakarta.servlet.ServletRequest it; }",
                        "package dev.selfsame.server.store.redis; class CulpritStatus {"
                                + " org.springframework.http.HttpStatus it; }",
                        "package dev.selfsame.server.media; class CulpritRoute {"
                                + " org.springframework.web.servlet.HandlerInterceptor it; }"));
    }

    private static ProvenRule only(String room, String... libraries) {
        List<String> breach = new ArrayList<>();
        for (String library : libraries) {
            // why: the library itself need not be on the class path for the proof
            breach.add("package " + library + ".of; public class Something {}");
            breach.add(
                    "package dev.selfsame.server.usage; class Culprit_%s { %s.of.Something it; }"
                            .formatted(library.replace('.', '_'), library));
        }
        return new ProvenRule(
                String.join(", ", libraries) + " in " + room + " only",
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + "..")
                        .and()
                        .resideOutsideOfPackage(ROOT + "." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                Stream.of(libraries).map(it -> it + "..").toArray(String[]::new)),
                breach.toArray(String[]::new));
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

    private static String uses(String room, String name, String used) {
        return "package %s.%s; public class %s { %s.%s it; }"
                .formatted(ROOT, room, name, ROOT, used);
    }

    private static String isUsed(String room, String name) {
        return "package %s.%s; public class %s {}".formatted(ROOT, room, name);
    }
}
