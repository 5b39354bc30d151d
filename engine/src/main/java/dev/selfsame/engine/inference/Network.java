package dev.selfsame.engine.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import org.jspecify.annotations.Nullable;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A loaded network. Safe for any number of threads; each run works on the caller's thread. */
public final class Network implements AutoCloseable {

    private final NetworkSpec spec;
    private final OrtEnvironment environment;
    private final OrtSession session;

    // why: closing the native session under a running thread would end the process
    private final ReadWriteLock inUse = new ReentrantReadWriteLock();
    private boolean closed;

    private Network(NetworkSpec spec, OrtEnvironment environment, OrtSession session) {
        this.spec = spec;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads a network and checks that the file fits its manifest.
     *
     * @param threads threads inside one run, at least 1
     * @throws InvalidPackException if file and manifest do not fit
     */
    public static Network load(ModelPack pack, NetworkSpec spec, int threads) {
        byte[] model = pack.model(spec);
        OrtEnvironment environment = RuntimeLibrary.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            // why: a spinning worker takes the core from another picture's run
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtSession session = environment.createSession(model, options);
            Network network = new Network(spec, environment, session);
            try {
                network.checkAgainstManifest(pack);
            } catch (InvalidPackException e) {
                network.close();
                throw e;
            }
            return network;
        } catch (OrtException e) {
            throw new InvalidPackException(
                    pack.origin() + ": " + spec.file() + " is no network that can be loaded", e);
        }
    }

    /** The manifest's entry. */
    public NetworkSpec spec() {
        return spec;
    }

    /**
     * Runs the network.
     *
     * @param input {@link InputSpec#length} values as {@link InputSpec#fill} makes them
     * @param outputs logical names of the outputs to compute
     * @return the values of each output, flattened, in the order asked for
     * @throws InferenceException if the native run fails
     * @throws IllegalStateException if the network is closed
     */
    public List<float[]> run(float[] input, List<String> outputs) {
        List<String> names = outputs.stream().map(spec::output).toList();
        inUse.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("network " + spec.name() + " is closed");
            }
            return runOpen(input, names);
        } finally {
            inUse.readLock().unlock();
        }
    }

    private List<float[]> runOpen(float[] input, List<String> names) {
        try (OnnxTensor tensor =
                        OnnxTensor.createTensor(
                                environment, FloatBuffer.wrap(input), spec.input().shape());
                OrtSession.Result result =
                        session.run(Map.of(spec.input().name(), tensor), Set.copyOf(names))) {
            return names.stream().map(name -> values(result.get(name).orElseThrow())).toList();
        } catch (OrtException e) {
            throw new InferenceException("network " + spec.name() + " failed", e);
        }
    }

    private static float[] values(OnnxValue value) {
        FloatBuffer buffer = ((OnnxTensor) value).getFloatBuffer();
        float[] all = new float[buffer.remaining()];
        buffer.get(all);
        return all;
    }

    private void checkAgainstManifest(ModelPack pack) throws OrtException {
        String where = pack.origin() + ": network " + spec.name() + ": ";
        NodeInfo input = session.getInputInfo().get(spec.input().name());
        if (input == null) {
            throw new InvalidPackException(
                    where
                            + "input "
                            + spec.input().name()
                            + " (expected one of: "
                            + session.getInputNames()
                            + ")");
        }
        checkShape(where, tensor(input));
        for (String output : spec.outputs().values()) {
            NodeInfo info = session.getOutputInfo().get(output);
            TensorInfo tensor = info == null ? null : tensor(info);
            if (tensor == null || tensor.type != OnnxJavaType.FLOAT) {
                throw new InvalidPackException(
                        where
                                + "output "
                                + output
                                + " (expected a float tensor, one of: "
                                + session.getOutputNames()
                                + ")");
            }
        }
    }

    private void checkShape(String where, @Nullable TensorInfo info) {
        long[] wanted = spec.input().shape();
        long[] actual = info == null ? new long[0] : info.getShape();
        boolean fits =
                info != null && info.type == OnnxJavaType.FLOAT && actual.length == wanted.length;
        for (int i = 0; fits && i < wanted.length; i++) {
            fits = actual[i] < 0 || actual[i] == wanted[i];
        }
        if (!fits) {
            throw new InvalidPackException(
                    where
                            + "the file wants input "
                            + Arrays.toString(actual)
                            + ", the manifest states "
                            + Arrays.toString(wanted));
        }
    }

    private static @Nullable TensorInfo tensor(NodeInfo info) {
        return info.getInfo() instanceof TensorInfo tensor ? tensor : null;
    }

    /** Waits for running threads, then frees the native memory. */
    @Override
    public void close() {
        inUse.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new InferenceException("network " + spec.name() + " could not be closed", e);
        } finally {
            inUse.writeLock().unlock();
        }
    }
}
