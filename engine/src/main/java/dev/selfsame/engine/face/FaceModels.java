package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.engine.inference.Network;
import dev.selfsame.engine.inference.NetworkSpec;
import dev.selfsame.engine.inference.NetworkSpec.Role;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The loaded networks of one mode: finds, measures and encodes faces. Closes what it loaded. */
public final class FaceModels implements AutoCloseable {

    private final Map<String, Network> loaded = new HashMap<>();
    private final int threads;
    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceEncoder encoder;
    private final AgeEstimator age;

    /**
     * Loads what a mode needs. Detector, mesh and age come from the first pack that has one.
     *
     * @param pack the pack of the mode
     * @param mode the mode
     * @param packs packs to ask, in order; the built-in one has every role
     * @param threads threads inside one network run
     */
    public FaceModels(ModelPack pack, ModeSpec mode, List<ModelPack> packs, int threads) {
        Objects.requireNonNull(pack, "pack");
        this.threads = threads;
        try {
            detector = new FaceDetector(byRole(packs, Role.FACE_DETECTOR));
            mesh = new FaceMesh(byRole(packs, Role.FACE_MESH));
            age = new AgeEstimator(byRole(packs, Role.AGE));
            encoder = encoder(pack, mode);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private FaceEncoder encoder(ModelPack pack, ModeSpec mode) {
        List<EncoderPart> parts = new ArrayList<>();
        for (ModeSpec.Part part : mode.parts()) {
            NetworkSpec spec = pack.network(part.network());
            if (spec == null || spec.role() != Role.FACE_ENCODER) {
                throw new InvalidPackException(
                        pack.origin()
                                + ": mode "
                                + mode.name()
                                + ": network "
                                + part.network()
                                + " (expected: a face-encoder of this pack)");
            }
            String projection = part.projection();
            parts.add(
                    new EncoderPart(
                            part,
                            load(pack, spec),
                            projection == null ? null : Projection.read(pack.data(projection))));
        }
        return new FaceEncoder(mode, parts);
    }

    private Network byRole(List<ModelPack> packs, Role role) {
        for (ModelPack candidate : packs) {
            for (NetworkSpec spec : candidate.networks()) {
                if (spec.role() == role) {
                    return load(candidate, spec);
                }
            }
        }
        throw new InvalidPackException("no installed pack has a network of role " + role);
    }

    private Network load(ModelPack pack, NetworkSpec spec) {
        return loaded.computeIfAbsent(
                pack.origin() + "/" + spec.name(), key -> Network.load(pack, spec, threads));
    }

    FaceDetector detector() {
        return detector;
    }

    FaceMesh mesh() {
        return mesh;
    }

    FaceEncoder encoder() {
        return encoder;
    }

    AgeEstimator age() {
        return age;
    }

    @Override
    public void close() {
        loaded.values().forEach(Network::close);
        loaded.clear();
    }
}
