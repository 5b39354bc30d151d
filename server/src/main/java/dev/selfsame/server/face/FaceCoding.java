package dev.selfsame.server.face;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.server.admission.Admission;

import java.util.List;
import java.util.Objects;

/** Reads faces of single pictures, and compares one with a picture or with many templates. */
public final class FaceCoding {

    private final Engine engine;
    private final Admission admission;

    public FaceCoding(Engine engine, Admission admission) {
        this.engine = Objects.requireNonNull(engine, "engine");
        this.admission = Objects.requireNonNull(admission, "admission");
    }

    /** What came of comparing a template with a picture. */
    public sealed interface Comparison {

        /** The picture shows one face. */
        record Compared(ReadFace candidate, Fmr fmr) implements Comparison {}

        /**
         * It cannot be used.
         *
         * @param outcome why; never {@link FaceOutcome.Found}
         */
        record Unusable(FaceOutcome outcome) implements Comparison {}
    }

    /**
     * Reads the face of a picture.
     *
     * @param tenantId for whom
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public CodedFace read(String tenantId, byte[] picture, FaceRequest request) {
        return admission.run(tenantId, () -> readHere(picture, request));
    }

    /**
     * Reads the face of a picture and compares it with a template of the current mode.
     *
     * @param tenantId for whom
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public Comparison compare(
            String tenantId, FaceTemplate reference, byte[] candidate, FaceRequest request) {
        return admission.run(
                tenantId,
                () ->
                        switch (readHere(candidate, request)) {
                            case CodedFace.Coded(ReadFace face) ->
                                    new Comparison.Compared(
                                            face,
                                            engine.compare(reference, face.reading().template()));
                            case CodedFace.Unusable(FaceOutcome why) ->
                                    new Comparison.Unusable(why);
                        });
    }

    /**
     * Compares templates of one mode.
     *
     * @param tenantId for whom
     * @return in the order of the candidates
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public List<Fmr> compare(
            String tenantId, FaceTemplate reference, List<FaceTemplate> candidates) {
        return admission.run(
                tenantId,
                () -> candidates.stream().map(it -> engine.compare(reference, it)).toList());
    }

    /**
     * Refuses what {@link #read} would refuse now.
     *
     * @throws dev.selfsame.server.problem.Problem {@code BUSY}
     */
    public void checkWorkers(String tenantId) {
        admission.check(tenantId);
    }

    /** Whether templates of this kind can be compared with pictures read now. */
    public boolean isCurrent(FaceTemplate template) {
        return engine.currentMode().equals(template.mode())
                && engine.currentModeVersion() == template.modeVersion();
    }

    /** The name of the mode that pictures are read in. */
    public String currentMode() {
        return engine.currentMode();
    }

    /** SHA-256 of a picture file, in lower-case hexadecimal. */
    public String digest(byte[] picture) {
        return Digest.sha256(picture);
    }

    private CodedFace readHere(byte[] picture, FaceRequest request) {
        return switch (engine.readFace(picture, request)) {
            case FaceOutcome.Found found -> new CodedFace.Coded(ReadFace.of(found, picture));
            case FaceOutcome why -> new CodedFace.Unusable(why);
        };
    }
}
