package dev.selfsame.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A TensorFlow.js graph model: its nodes by name and its weights. Source of the format: TensorFlow
 * {@code graph.proto} as JSON.
 */
public record GraphModel(Map<String, TfNode> nodes, Weights weights) {

    /**
     * Reads a model file and the weight shards beside it.
     *
     * @throws ConversionException if a file is missing, malformed or of a wrong length
     */
    public static GraphModel read(Path modelJson) {
        JsonFile file = JsonFile.read(modelJson);
        Map<String, TfNode> nodes = new HashMap<>();
        for (JsonNode node : file.root().path("modelTopology").path("node")) {
            TfNode read = TfNode.read(node);
            nodes.put(read.name(), read);
        }
        Weights weights = Weights.read(file.root().path("weightsManifest"), file.folder());
        return new GraphModel(nodes, weights);
    }

    /** The node of that name, which must be there. */
    public TfNode node(String name) {
        TfNode found = nodes.get(name);
        if (found == null) {
            throw new ConversionException("node " + name + ": not in the graph");
        }
        return found;
    }
}
