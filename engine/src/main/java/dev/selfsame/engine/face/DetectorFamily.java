package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.InputSpec;
import dev.selfsame.engine.inference.InvalidPackException;

import java.util.List;

/** How the raw outputs of a kind of detector become faces in the network's own pixels. */
sealed interface DetectorFamily permits BlazeFace, YuNet {

    /** Logical names of the outputs it reads. */
    List<String> outputs();

    /** Faces above the confidence, overlapping ones included. */
    List<Detection> read(List<float[]> outputs, InputSpec input, double leastConfidence);

    static DetectorFamily named(String name) {
        return switch (name) {
            case "blazeface" -> new BlazeFace();
            case "yunet" -> new YuNet();
            default ->
                    throw new InvalidPackException(
                            "face detector family: " + name + " (expected: blazeface or yunet)");
        };
    }
}
