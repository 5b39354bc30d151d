package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.engine.portrait.Finding;
import dev.selfsame.engine.portrait.PortraitReport;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A checked portrait. */
record IcaoAnswer(@JsonProperty("ICAO") Icao icao) {

    /**
     * What was found.
     *
     * @param faceImageConformed -1..8, 0 where nothing is wrong with how the face stands in the
     *     picture
     * @param requirements by their names on the wire, in the order of the contract
     */
    @JsonPropertyOrder({"FaceImageConformed", "IsAllConformed", "Requirements"})
    record Icao(
            @JsonProperty("FaceImageConformed") int faceImageConformed,
            @JsonProperty("IsAllConformed") boolean allConformed,
            @JsonProperty("Requirements") Map<String, Requirement> requirements) {

        Icao {
            requirements = Collections.unmodifiableMap(new LinkedHashMap<>(requirements));
        }
    }

    /**
     * One of them.
     *
     * @param confidence 0..100 that it is met
     */
    @JsonPropertyOrder({"IsConformed", "Confidence"})
    record Requirement(
            @JsonProperty("IsConformed") boolean conformed,
            @JsonProperty("Confidence") int confidence) {

        static Requirement of(Finding finding) {
            return new Requirement(finding.conformed(), finding.confidence());
        }
    }

    static IcaoAnswer of(PortraitReport report) {
        Map<String, Requirement> requirements = new LinkedHashMap<>();
        report.findings()
                .forEach(
                        (requirement, finding) ->
                                requirements.put(requirement.wireName(), Requirement.of(finding)));
        return new IcaoAnswer(
                new Icao(report.framing().code(), report.allConformed(), requirements));
    }
}
