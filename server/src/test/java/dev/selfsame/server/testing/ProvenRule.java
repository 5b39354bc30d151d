package dev.selfsame.server.testing;

import com.tngtech.archunit.lang.ArchRule;

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

    /** Names of the classes that must be reported. */
    public Set<String> culprits() {
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
