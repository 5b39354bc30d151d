package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

import dev.selfsame.server.person.Slot;
import dev.selfsame.server.person.Verification;

import java.util.List;
import java.util.stream.IntStream;

/** What came of a claim. */
record VerifyAnswer(@JsonProperty("Person") Compared person) {

    /** The decision over everything that was sent. */
    @JsonPropertyOrder({"CustomID", "Match", "MatchDetails"})
    record Compared(
            @JsonProperty("CustomID") String customId,
            @JsonProperty("Match") boolean match,
            @JsonProperty("MatchDetails") Details details) {}

    /**
     * What it rests on.
     *
     * @param faceMatched false as well where no face was sent
     * @param nonMatchedFingers in the order of their numbers
     */
    @JsonPropertyOrder({"FaceMatched", "NonMatchedFingers"})
    record Details(
            @JsonProperty("FaceMatched") boolean faceMatched,
            @JsonProperty("NonMatchedFingers") List<String> nonMatchedFingers) {

        Details {
            nonMatchedFingers = List.copyOf(nonMatchedFingers);
        }
    }

    static VerifyAnswer of(Verification.Compared compared, boolean listUnsentFingers) {
        List<String> nonMatched =
                IntStream.rangeClosed(1, Slot.FINGERS)
                        .filter(slot -> !compared.matchedFingers().contains(slot))
                        .filter(slot -> listUnsentFingers || compared.sentFingers().contains(slot))
                        .mapToObj(PersonForm::fingerName)
                        .toList();
        return new VerifyAnswer(
                new Compared(
                        compared.person().customId().value(),
                        compared.match(),
                        new Details(compared.faceMatched(), nonMatched)));
    }
}
