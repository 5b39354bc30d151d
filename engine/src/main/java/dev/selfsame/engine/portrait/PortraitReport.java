package dev.selfsame.engine.portrait;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * A checked portrait.
 *
 * @param framing whether and how a face stands in the picture
 * @param findings one for each requirement, in the order of {@link Requirement}
 */
public record PortraitReport(FramingVerdict framing, Map<Requirement, Finding> findings) {

    public PortraitReport {
        if (!findings.keySet().equals(Set.of(Requirement.values()))) {
            throw new IllegalArgumentException(
                    "findings: " + findings.keySet() + " (expected: every requirement)");
        }
        findings = Collections.unmodifiableMap(new EnumMap<>(findings));
    }

    /** Whether framing and all requirements are as they should be. */
    public boolean allConformed() {
        return framing == FramingVerdict.OK
                && findings.values().stream().allMatch(Finding::conformed);
    }
}
