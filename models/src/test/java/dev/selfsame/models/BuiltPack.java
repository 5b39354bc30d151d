package dev.selfsame.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The pack as the build left it. */
final class BuiltPack {

    private static final String FOLDER = "/dev/selfsame/models/";

    private BuiltPack() {}

    static JsonNode manifest() {
        return json(FOLDER + "pack.json");
    }

    static List<JsonNode> networks() {
        return manifest().path("networks").valueStream().toList();
    }

    static byte[] file(String name) {
        return resource(FOLDER + name);
    }

    static JsonNode json(String resource) {
        try {
            return new ObjectMapper().readTree(resource(resource));
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    private static byte[] resource(String path) {
        try (InputStream in = BuiltPack.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new AssertionError("no resource " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(path, e);
        }
    }
}
