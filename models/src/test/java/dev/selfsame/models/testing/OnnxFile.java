package dev.selfsame.models.testing;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** An ONNX file in ONNX Runtime on one thread. */
public final class OnnxFile implements AutoCloseable {

    private final OrtSession session;

    /** Loads a model. */
    public OnnxFile(byte[] model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            session = OrtEnvironment.getEnvironment().createSession(model, options);
        }
    }

    /** Names of its inputs. */
    public Set<String> inputs() {
        return session.getInputNames();
    }

    /** Names of its outputs. */
    public Set<String> outputs() {
        return session.getOutputNames();
    }

    /** All outputs, flattened, for an input of that shape. */
    public Map<String, float[]> run(float[] values, long... shape) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            Map<String, float[]> outputs = new HashMap<>();
            for (Map.Entry<String, OnnxValue> output : result) {
                FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
                float[] copy = new float[buffer.remaining()];
                buffer.get(copy);
                outputs.put(output.getKey(), copy);
            }
            return outputs;
        }
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
