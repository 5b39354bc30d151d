package dev.selfsame.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pack's {@code pack.json}: a template written by hand, completed with the digest of each file.
 */
final class PackManifest {

    private static final String TEMPLATE = "pack.template.json";
    private static final String MANIFEST = "pack.json";

    private PackManifest() {}

    /** Copies the pack's data files to it and writes its manifest; the networks must be there. */
    static void complete(Path sources, Path pack) throws IOException {
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = (ObjectNode) json.readTree(sources.resolve(TEMPLATE).toFile());
        for (JsonNode network : root.withArray("networks")) {
            Path file = pack.resolve(network.path("file").asText());
            ((ObjectNode) network).put("sha256", Sha256.of(file));
        }
        root.remove("data");
        for (Path source : dataFiles(sources)) {
            String name = String.valueOf(source.getFileName());
            Files.copy(source, pack.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            root.withArray("data").addObject().put("file", name).put("sha256", Sha256.of(source));
        }
        json.writeValue(pack.resolve(MANIFEST).toFile(), root);
    }

    /** Whether the manifest and all files that it names are there; their content is not checked. */
    static boolean isComplete(Path pack) throws IOException {
        Path manifest = pack.resolve(MANIFEST);
        if (!Files.exists(manifest)) {
            return false;
        }
        return new ObjectMapper()
                .readTree(manifest.toFile()).findValuesAsText("file").stream()
                        .allMatch(file -> Files.exists(pack.resolve(file)));
    }

    private static List<Path> dataFiles(Path sources) throws IOException {
        try (Stream<Path> all = Files.list(sources)) {
            return all.filter(f -> !f.endsWith(TEMPLATE)).sorted().toList();
        }
    }
}
