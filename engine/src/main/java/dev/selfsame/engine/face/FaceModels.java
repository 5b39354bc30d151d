package dev.selfsame.engine.face;

import dev.selfsame.engine.inference.GoldenAnswers;
import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.engine.inference.Network;
import dev.selfsame.engine.inference.NetworkSpec;
import dev.selfsame.engine.inference.NetworkSpec.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The loaded networks of one mode: finds, measures and encodes faces. Closes what it loaded. */
public final class FaceModels implements AutoCloseable {

    private static final String BUILT_IN = "built-in/";

    private final Map<String, Network> loaded = new ConcurrentHashMap<>();
    private final int threads;
    private final FaceDetector detector;
    private final FaceMesh mesh;
    private final FaceEncoder encoder;
    private final AgeEstimator age;
    private final List<Network> pads;

    /**
     * Loads what a mode needs. Detector, mesh, age and attack detection come from the first pack
     * that has one.
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
            loadAtOnce(pack, mode, packs);
            detector = new FaceDetector(byRole(packs, Role.FACE_DETECTOR));
            mesh = new FaceMesh(byRole(packs, Role.FACE_MESH));
            age = new AgeEstimator(byRole(packs, Role.AGE));
            pads = pads(packs);
            encoder = encoder(pack, mode);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Loads all that is needed in parallel: reading and checking the files takes most of a start.
     */
    private void loadAtOnce(ModelPack pack, ModeSpec mode, List<ModelPack> packs) {
        List<Callable<Network>> loads = new ArrayList<>();
        for (Role role : List.of(Role.FACE_DETECTOR, Role.FACE_MESH, Role.AGE, Role.PAD)) {
            loads.add(() -> byRole(packs, role));
        }
        for (ModeSpec.Part part : mode.parts()) {
            loads.add(() -> encoderNetwork(pack, mode, part));
        }
        List<Future<Network>> loading;
        // why closed before a result is looked at: a failure must not leave others at work
        try (ExecutorService pool = Executors.newFixedThreadPool(loads.size())) {
            loading = loads.stream().map(pool::submit).toList();
        }
        for (Future<Network> one : loading) {
            if (one.state() == Future.State.FAILED
                    && one.exceptionNow() instanceof RuntimeException failure) {
                throw failure;
            }
        }
    }

    private FaceEncoder encoder(ModelPack pack, ModeSpec mode) {
        List<EncoderPart> parts = new ArrayList<>();
        for (ModeSpec.Part part : mode.parts()) {
            String projection = part.projection();
            parts.add(
                    new EncoderPart(
                            part,
                            encoderNetwork(pack, mode, part),
                            projection == null ? null : Projection.read(pack.data(projection))));
        }
        return new FaceEncoder(mode, parts);
    }

    private Network encoderNetwork(ModelPack pack, ModeSpec mode, ModeSpec.Part part) {
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
        return load(pack, spec);
    }

    private Network byRole(List<ModelPack> packs, Role role) {
        for (ModelPack candidate : packs) {
            for (NetworkSpec spec : candidate.networks()) {
                if (spec.role() == role && (role != Role.PAD || spec.pad() != null)) {
                    return load(candidate, spec);
                }
            }
        }
        throw new InvalidPackException("no installed pack has a network of role " + role);
    }

    private List<Network> pads(List<ModelPack> packs) {
        List<Network> found = new ArrayList<>();
        for (ModelPack pack : packs) {
            for (NetworkSpec spec : pack.networks()) {
                if (spec.role() == Role.PAD && spec.pad() != null) {
                    found.add(load(pack, spec));
                }
            }
        }
        return List.copyOf(found);
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

    /** The network of presentation attack detection; it stays open as long as these models. */
    public Network pad() {
        return pads.get(0);
    }

    /** Every installed network of presentation attack detection, {@link #pad} first. */
    public List<Network> pads() {
        return pads;
    }

    /**
     * How far the answers of the networks are from those of the original ones; see {@link
     * GoldenAnswers}. Networks of other packs have nothing to be compared with.
     */
    public double deviation() {
        return GoldenAnswers.largestDifference(
                loaded.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(BUILT_IN))
                        .map(Map.Entry::getValue)
                        .toList());
    }

    @Override
    public void close() {
        loaded.values().forEach(Network::close);
        loaded.clear();
    }
}
