package dev.selfsame.server.person;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.finger.FingerRequest;
import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.template.Template;
import dev.selfsame.server.person.UnusableSample.Reason;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** From pictures to templates, on the caller's thread: call it through admission. */
public final class SampleReader {

    /** Any face that was found. */
    public static final int ANY_QUALITY = Integer.MIN_VALUE;

    // why: pictures of telephones that lost their orientation lie on their side
    private static final FaceRequest TURNED = new FaceRequest(true, false);

    private final Engine engine;

    SampleReader(Engine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    /** What came of the pictures. */
    public sealed interface Samples {

        /** A template of each. */
        record Read(Map<Integer, Template> templates) implements Samples {}

        /** The first one that is of no use. */
        record Unusable(UnusableSample sample) implements Samples {}
    }

    /**
     * Reads every picture, the face first, up to one that is of no use.
     *
     * @param leastQuality of the face
     */
    public Samples read(Capture capture, int leastQuality) {
        Map<Integer, Template> templates = new TreeMap<>();
        byte[] face = capture.face();
        if (face != null) {
            switch (face(face, leastQuality)) {
                case Samples.Read(var read) -> templates.putAll(read);
                case Samples.Unusable unusable -> {
                    return unusable;
                }
            }
        }
        for (var finger : capture.fingers().entrySet()) {
            switch (finger(finger.getKey(), finger.getValue())) {
                case Samples.Read(var read) -> templates.putAll(read);
                case Samples.Unusable unusable -> {
                    return unusable;
                }
            }
        }
        return new Samples.Read(templates);
    }

    private Samples face(byte[] file, int leastQuality) {
        FaceOutcome outcome = engine.readFace(file, FaceRequest.PLAIN);
        if (outcome instanceof FaceOutcome.NoFace) {
            outcome = engine.readFace(file, TURNED);
        }
        return switch (outcome) {
            case FaceOutcome.Found(var face, var _, var _) ->
                    face.quality().value() < leastQuality
                            ? noTemplate(Slot.FACE, "quality " + face.quality().value())
                            : new Samples.Read(Map.of(Slot.FACE, face.template()));
            case FaceOutcome.NoFace _ -> noTemplate(Slot.FACE, "no face");
            case FaceOutcome.SeveralFaces several ->
                    noTemplate(Slot.FACE, several.count() + " faces");
            case FaceOutcome.Unreadable(var refusal) -> unreadable(Slot.FACE, refusal);
        };
    }

    private Samples finger(int slot, byte[] file) {
        return switch (engine.readFinger(file, FingerRequest.PLAIN)) {
            case FingerOutcome.Found(var template, var _, var _) ->
                    new Samples.Read(Map.of(slot, template));
            case FingerOutcome.NoMinutiae few -> noTemplate(slot, few.minutiae() + " minutiae");
            case FingerOutcome.Unreadable(var refusal) -> unreadable(slot, refusal);
        };
    }

    private static Samples noTemplate(int slot, String detail) {
        return new Samples.Unusable(new UnusableSample(slot, Reason.NO_TEMPLATE, detail));
    }

    private static Samples unreadable(int slot, DecodeResult.Refused refusal) {
        Reason reason =
                refusal.reason() == DecodeResult.Reason.TOO_MANY_BYTES
                        ? Reason.TOO_LARGE
                        : Reason.UNREADABLE;
        return new Samples.Unusable(new UnusableSample(slot, reason, refusal.detail()));
    }
}
