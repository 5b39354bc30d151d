package dev.selfsame.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** All weights of a network by name. */
public final class Weights {

    private final Map<String, Weight> byName = new HashMap<>();

    private Weights() {}

    /**
     * Reads the shards that a file with nothing but a weights manifest names.
     *
     * @throws ConversionException if a shard is missing or not exactly as long as its weights
     */
    public static Weights read(Path manifest) {
        JsonFile file = JsonFile.read(manifest);
        return read(file.root(), file.folder());
    }

    /** Manifest: an array of groups, each with {@code paths} and {@code weights}. */
    static Weights read(JsonNode manifest, Path folder) {
        Weights all = new Weights();
        for (JsonNode group : manifest) {
            all.readGroup(group, folder);
        }
        return all;
    }

    private void readGroup(JsonNode group, Path folder) {
        ByteBuffer shard = shard(group.path("paths"), folder);
        String last = "none";
        for (JsonNode entry : group.path("weights")) {
            String name = entry.path("name").asText();
            int[] shape = new int[entry.path("shape").size()];
            for (int i = 0; i < shape.length; i++) {
                shape[i] = entry.path("shape").path(i).asInt();
            }
            WeightEncoding encoding = WeightEncoding.of(name, entry);
            if (encoding.length(shape) > shard.remaining()) {
                throw new ConversionException(
                        "weight "
                                + name
                                + ": "
                                + shard.remaining()
                                + " bytes left in "
                                + group.path("paths")
                                + " (expected: "
                                + encoding.length(shape)
                                + ")");
            }
            last = name;
            byName.put(name, encoding.read(name, shape, entry, shard));
        }
        if (shard.hasRemaining()) {
            throw new ConversionException(
                    "weight "
                            + last
                            + ": "
                            + shard.remaining()
                            + " bytes left behind it in "
                            + group.path("paths")
                            + " (expected: 0)");
        }
    }

    private static ByteBuffer shard(JsonNode paths, Path folder) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (JsonNode path : paths) {
            try {
                joined.writeBytes(Files.readAllBytes(folder.resolve(path.asText())));
            } catch (IOException e) {
                throw new ConversionException("weights file " + path.asText() + ": unreadable", e);
            }
        }
        return ByteBuffer.wrap(joined.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The weight of that name, which must be there. */
    public Weight get(String name) {
        Weight found = byName.get(name);
        if (found == null) {
            throw new ConversionException("node " + name + ": its weight is missing");
        }
        return found;
    }

    /** The weight of that name, which must hold numbers to calculate with. */
    public Weight.Floats floats(String name) {
        if (get(name) instanceof Weight.Floats floats) {
            return floats;
        }
        throw new ConversionException("node " + name + ": its weight is not of type float");
    }

    /** The values of that name, which must be integers. */
    public int[] ints(String name) {
        if (get(name) instanceof Weight.Ints ints) {
            return ints.values();
        }
        throw new ConversionException("node " + name + ": its weight is not of type int");
    }
}
