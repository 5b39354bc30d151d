package dev.selfsame.server.cli;

import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.finger.FingerRequest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What pictures show, and how to read them. */
final class ModalityOptions {

    @Option(names = "--finger", description = "The pictures show fingerprints, not faces")
    private boolean finger;

    @Option(names = "--rotate", description = "Look for faces lying on their side as well")
    private boolean rotate;

    @Option(
            names = "--dpi",
            paramLabel = "N",
            description =
                    "Pixels per inch of the fingerprints, 100 to 2000 (default: what the file"
                            + " states, else 500)")
    private @Nullable Integer dpi;

    boolean finger() {
        return finger;
    }

    /**
     * How faces are read.
     *
     * @param oneFaceOnly whether a second face of similar size is an error, as it is for the API
     */
    FaceRequest faceRequest(boolean oneFaceOnly) {
        return new FaceRequest(rotate, false, oneFaceOnly);
    }

    FingerRequest fingerRequest() {
        return dpi == null ? FingerRequest.PLAIN : new FingerRequest(dpi);
    }

    /** Says what does not go together. */
    void check(CommandSpec spec) {
        if (finger && rotate) {
            throw new ParameterException(
                    spec.commandLine(), "--rotate is for faces; fingers match at any angle");
        }
        if (!finger && dpi != null) {
            throw new ParameterException(spec.commandLine(), "--dpi needs --finger");
        }
        if (dpi != null && (dpi < 100 || dpi > 2000)) {
            throw new ParameterException(
                    spec.commandLine(), "--dpi: " + dpi + " (expected: 100 to 2000)");
        }
    }
}
