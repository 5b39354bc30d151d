package dev.selfsame.server.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule about the classes of main, and sources that break it.
 *
 * @param name what it says
 * @param rule the rule
 * @param breach sources; each class in them named Culprit... breaks the rule
 */
public record ProvenRule(String name, ArchRule rule, List<String> breach) {

    private static final Pattern CULPRIT =
            Pattern.compile("(?:class|record|interface) (Culprit\\w+)");

    public ProvenRule(String name, ArchRule rule, String... breach) {
        this(name, rule.allowEmptyShould(true), List.of(breach));
    }

    /** Compiles all the breaches into an empty folder and sees that each rule reports its own. */
    public static void assertEachBreachIsNoticed(List<ProvenRule> rules, Path folder) {
        CompiledSources.compileInto(
                folder, rules.stream().flatMap(rule -> rule.breach().stream()).distinct().toList());
        JavaClasses classes = new ClassFileImporter().importPath(folder);

        assertThat(rules)
                .allSatisfy(
                        rule ->
                                assertThat(rule.rule().evaluate(classes).getFailureReport())
                                        .asString()
                                        .contains(rule.culprits()));
    }

    private Set<String> culprits() {
        return breach.stream()
                .flatMap(source -> CULPRIT.matcher(source).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return name;
    }
}
