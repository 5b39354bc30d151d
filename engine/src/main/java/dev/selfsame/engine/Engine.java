package dev.selfsame.engine;

import dev.selfsame.engine.calibration.Fmr;
import dev.selfsame.engine.face.FaceOutcome;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.finger.FingerOutcome;
import dev.selfsame.engine.template.Template;

import java.util.List;

/**
 * Reads faces and fingerprints and compares them. Safe for any number of threads; each call works
 * on the caller's thread and costs CPU time, so bound how many run at once.
 */
public final class Engine implements AutoCloseable {

    private Engine() {}

    /**
     * Loads and verifies the models.
     *
     * @throws IllegalArgumentException if a pack is broken or the mode is not installed
     */
    public static Engine open(EngineConfig config) {
        throw new UnsupportedOperationException();
    }

    /** Reads the one face of a picture file into a template. */
    public FaceOutcome readFace(byte[] file, FaceRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Measures every face of a picture file, small ones too; slower than {@link #readFace}. */
    public FacesOutcome findFaces(byte[] file, FaceRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Reads the fingerprint of a picture file into a template. */
    public FingerOutcome readFinger(byte[] file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Compares two templates of one mode.
     *
     * @throws dev.selfsame.engine.matching.IncomparableTemplatesException if the modes differ
     */
    public Fmr compare(Template reference, Template candidate) {
        throw new UnsupportedOperationException();
    }

    /** The mode new face templates are made in. */
    public String currentMode() {
        throw new UnsupportedOperationException();
    }

    /** Every installed face mode, the current one first. */
    public List<String> modes() {
        throw new UnsupportedOperationException();
    }

    /** The installed packs, for people. */
    public List<InstalledPack> packs() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
