package dev.selfsame.models.tfjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;

/** A JSON file and the folder that its relative paths start from. */
record JsonFile(JsonNode root, Path folder) {

    static JsonFile read(Path file) {
        try {
            return new JsonFile(
                    new ObjectMapper().readTree(file.toFile()), file.resolveSibling("."));
        } catch (IOException e) {
            throw new ConversionException("file " + file + ": not readable as JSON", e);
        }
    }
}
