package dev.selfsame.server.cli.eval;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.template.Template;

import java.util.Locale;

/** Faces, read as a match request would read them. */
public record FaceModality(Engine engine, FaceRequest request) implements Modality {

    @Override
    public String name() {
        return "faces";
    }

    @Override
    public Reading read(byte[] file) {
        return switch (engine.readFace(file, request)) {
            case FaceOutcome.Found found ->
                    new Reading.Acquired(found.face().template(), found.face().quality().value());
            case FaceOutcome.NoFace _ -> new Reading.Failed("no face");
            case FaceOutcome.SeveralFaces _ -> new Reading.Failed("several faces");
            case FaceOutcome.Unreadable it ->
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
        return engine.compare(reference, candidate);
    }
}
