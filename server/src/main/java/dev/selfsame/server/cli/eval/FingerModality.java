package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.finger.FingerMatcher;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerReader;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.template.FingerTemplate;
import dev.selfsame.engine.template.Template;

import java.util.Locale;

/** Fingers, without the engine's facade, which would load networks that no finger needs. */
public record FingerModality(FingerReader reader, FingerMatcher matcher, FingerRequest request)
        implements Modality {

    @Override
    public String name() {
        return "fingers";
    }

    @Override
    public Reading read(byte[] file) {
        return switch (reader.read(file, request)) {
            case FingerOutcome.Found found ->
                    new Reading.Acquired(found.template(), found.minutiae());
            case FingerOutcome.NoMinutiae _ -> new Reading.Failed("too few minutiae");
            case FingerOutcome.Unreadable it ->
                    new Reading.Failed(
                            it.refusal()
                                    .reason()
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' '));
        };
    }

    @Override
    public Fmr compare(Template reference, Template candidate) {
        return matcher.compare((FingerTemplate) reference, (FingerTemplate) candidate);
    }
}
