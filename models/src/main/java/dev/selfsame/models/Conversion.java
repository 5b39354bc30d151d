package dev.selfsame.models;

import dev.selfsame.models.convert.GraphTranslator;
import dev.selfsame.models.dlib.DlibResNet;
import dev.selfsame.models.onnx.OnnxGraph;
import dev.selfsame.models.tfjs.GraphModel;
import dev.selfsame.models.tfjs.Weights;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One network: where it is and what it becomes. */
sealed interface Conversion {

    /** All networks of the default pack. */
    List<Conversion> ALL =
            List.of(
                    new OfGraph(
                            "blazeface",
                            outputs(
                                    "boxes512", "Identity_2",
                                    "scores512", "Identity",
                                    "boxes384", "Identity_3",
                                    "scores384", "Identity_1")),
                    new OfGraph(
                            "facemesh", outputs("mesh", "Identity_2", "faceness", "Identity_1")),
                    new OfGraph(
                            "faceres",
                            outputs(
                                    "embedding", "global_pooling/Mean",
                                    "age", "age_pred/Softmax",
                                    "gender", "gender_pred/Sigmoid")),
                    new OfGraph("antispoof", outputs("score", "Identity")),
                    new OfGraph("liveness", outputs("score", "Identity")),
                    new OfDlib());

    /** The ONNX file. */
    String file();

    /** Reads the original and translates it. */
    OnnxGraph graph(NodePackages packages);

    /**
     * A TensorFlow.js graph of {@code @vladmandic/human}.
     *
     * @param name of the model file and of the ONNX file
     * @param outputs name in the ONNX file to name of the node, in order
     */
    record OfGraph(String name, Map<String, String> outputs) implements Conversion {
        @Override
        public String file() {
            return name + ".onnx";
        }

        @Override
        public OnnxGraph graph(NodePackages packages) {
            Path model = packages.file("@vladmandic/human/models/" + name + ".json");
            return GraphTranslator.translate(name, GraphModel.read(model), outputs);
        }
    }

    /** The dlib network of {@code @vladmandic/face-api}, which has weights and no graph. */
    record OfDlib() implements Conversion {
        @Override
        public String file() {
            return "dlib-resnet.onnx";
        }

        @Override
        public OnnxGraph graph(NodePackages packages) {
            Path manifest =
                    packages.file(
                            "@vladmandic/face-api/model/"
                                    + "face_recognition_model-weights_manifest.json");
            return DlibResNet.build(Weights.read(manifest));
        }
    }

    private static Map<String, String> outputs(String... pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
