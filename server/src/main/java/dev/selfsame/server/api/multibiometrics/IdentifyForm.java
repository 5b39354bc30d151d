package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.server.identification.SearchRequest;
import dev.selfsame.server.person.Capture;

/** The object {@code Identify} of a request; an extension of ours. */
record IdentifyForm(Capture capture, SearchRequest search) {

    static final String KEY = "Identify";

    static IdentifyForm of(Envelope identify) {
        Capture capture = PersonForm.capture(identify);
        double targetFpir =
                identify.number("TargetFPIR").orElse(SearchRequest.DEFAULT.targetFpir());
        double limit =
                identify.number("MaxCandidates").orElse((double) SearchRequest.DEFAULT.limit());
        if (limit != Math.rint(limit)) {
            throw Envelope.invalid("MaxCandidates is no whole number");
        }
        try {
            return new IdentifyForm(capture, new SearchRequest(targetFpir, (int) limit));
        } catch (IllegalArgumentException e) {
            throw Envelope.invalid(String.valueOf(e.getMessage()));
        }
    }
}
