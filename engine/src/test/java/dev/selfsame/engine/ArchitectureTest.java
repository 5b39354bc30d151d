package dev.selfsame.engine;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import dev.selfsame.engine.testing.CompiledSources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The arrows between the engine's packages, and for each the proof that it would be noticed. */
final class ArchitectureTest {

    private static final String ENGINE = "dev.selfsame.engine";

    /** The facade, in the engine's own package, may use all of them and is used by none. */
    private static final List<Room> ROOMS =
            List.of(
                    new Room("imaging"),
                    new Room("inference"),
                    new Room("template"),
                    new Room("calibration"),
                    new Room("face", "imaging", "inference", "template", "calibration"),
                    new Room("portrait", "imaging", "face"),
                    new Room("anonymization", "imaging", "face"),
                    new Room("liveness", "imaging", "inference", "face", "template", "calibration"),
                    new Room("finger", "imaging", "template", "calibration", "matching"),
                    new Room("matching", "template", "calibration"));

    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ENGINE);

    @TempDir private Path folder;

    /**
     * A package with all below it.
     *
     * @param name its name within the engine
     * @param mayUse the other rooms that it may use
     */
    record Room(String name, Set<String> mayUse) {

        Room(String name, String... mayUse) {
            this(name, Set.of(mayUse));
        }

        /** Pattern of its packages. */
        String packages() {
            return ENGINE + "." + name + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A rule other than the arrows.
     *
     * @param name what it says
     * @param breach sources; each class in them named Culprit... breaks the rule
     */
    record Rule(String name, ArchRule rule, List<String> breach) {

        Set<String> culprits() {
            Pattern culprit = Pattern.compile("class (Culprit\\w+)");
            return breach.stream()
                    .flatMap(source -> culprit.matcher(source).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "no cycle between packages at any depth",
                        slices().matching(ENGINE + ".(**)").should().beFreeOfCycles(),
                        List.of(
                                "package dev.selfsame.engine.face; public class CulpritAbove {"
                                        + " dev.selfsame.engine.face.mesh.CulpritBelow it; }",
                                "package dev.selfsame.engine.face.mesh; public class CulpritBelow {"
                                        + " dev.selfsame.engine.face.CulpritAbove it; }")),
                new Rule(
                        "every package is one of the house's",
                        classes()
                                .that()
                                .resideInAPackage(ENGINE + "..")
                                .should()
                                .resideInAnyPackage(packagesOfTheHouse()),
                        List.of("package dev.selfsame.engine.cellar; class CulpritBelowStairs {}")),
                only("inference", "ai.onnxruntime"),
                only(
                        "imaging",
                        "javax.imageio",
                        "java.awt",
                        "org.bytedeco",
                        "org.opencv",
                        "com.drew",
                        "com.twelvemonkeys",
                        "org.jnbis"),
                only("finger", "com.machinezoo"),
                only(
                        "nowhere",
                        "org.springframework",
                        "jakarta",
                        "java.sql",
                        "javax.sql",
                        "java.net.http",
                        "com.sun.net.httpserver"));
    }

    private static Rule only(String room, String... libraries) {
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAPackage(ENGINE + "..")
                        .and()
                        .resideOutsideOfPackage(ENGINE + "." + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                Stream.of(libraries).map(it -> it + "..").toArray(String[]::new));
        List<String> breach = new ArrayList<>();
        for (String library : libraries) {
            // why: the library itself need not be on the class path for the proof
            breach.add("package " + library + ".of; public class Something {}");
            breach.add(
                    "package dev.selfsame.engine.template; class Culprit_%s { %s.of.Something it; }"
                            .formatted(library.replace('.', '_'), library));
        }
        return new Rule(String.join(", ", libraries) + " in " + room + " only", rule, breach);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void mainClassesKeepTheRule(Rule rule) {
        rule.rule().check(MAIN);
    }

    @Test
    void everyBreachOfARuleIsNoticed() {
        CompiledSources.compileInto(
                folder, rules().flatMap(rule -> rule.breach().stream()).toList());
        JavaClasses classes = new ClassFileImporter().importPath(folder);

        assertThat(rules())
                .allSatisfy(
                        rule ->
                                assertThat(rule.rule().evaluate(classes).getFailureReport())
                                        .asString()
                                        .contains(rule.culprits()));
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void mainClassesKeepTheArrows(Room room) {
        arrowsFrom(room).check(MAIN);
    }

    /** Tries every pair of rooms, so a rule that is too weak or too strict shows. */
    @Test
    void exactlyTheArrowsThatMustNotBeAreNoticed() {
        List<String> sources = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        sources.add("package " + ENGINE + "; public class Used {}");
        for (Room from : ROOMS) {
            sources.add("package " + ENGINE + "." + from + "; public class Used {}");
            sources.add(arrow(from, "facade", ENGINE));
            expected.add(from + " -> facade");
            for (Room to : ROOMS) {
                sources.add(arrow(from, to.name(), ENGINE + "." + to));
                if (!from.equals(to) && !from.mayUse().contains(to.name())) {
                    expected.add(from + " -> " + to);
                }
            }
        }
        CompiledSources.compileInto(folder, sources);

        assertThat(noticedArrows(new ClassFileImporter().importPath(folder))).isEqualTo(expected);
    }

    private static Set<String> noticedArrows(JavaClasses classes) {
        Set<String> noticed = new TreeSet<>();
        for (Room from : ROOMS) {
            String report = arrowsFrom(from).evaluate(classes).getFailureReport().toString();
            Stream.concat(ROOMS.stream().map(Room::name), Stream.of("facade"))
                    .filter(to -> report.contains(ENGINE + "." + from + ".To_" + to + "."))
                    .forEach(to -> noticed.add(from + " -> " + to));
        }
        return noticed;
    }

    private static ArchRule arrowsFrom(Room from) {
        String[] allowed =
                rooms().filter(to -> to.equals(from) || from.mayUse().contains(to.name()))
                        .map(Room::packages)
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(from.packages())
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ENGINE + "..").and(resideOutsideOfPackages(allowed)));
    }

    private static Stream<Room> rooms() {
        return ROOMS.stream();
    }

    private static String[] packagesOfTheHouse() {
        return Stream.concat(Stream.of(ENGINE), rooms().map(Room::packages)).toArray(String[]::new);
    }

    private static String arrow(Room from, String to, String usedPackage) {
        return "package %s.%s; class To_%s { %s.Used used; }"
                .formatted(ENGINE, from, to, usedPackage);
    }
}
