package dev.selfsame.engine.inference;

import ai.onnxruntime.OrtEnvironment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Loads the native library of ONNX Runtime, once a process. Left to itself it unpacks 28 MB into a
 * temporary folder that stays behind: empty after an orderly end, full after any other. Here the
 * files are deleted as soon as they are loaded, which Unix systems allow.
 */
final class RuntimeLibrary {

    private static final String LOCATION = "onnxruntime.native.path";
    private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

    private RuntimeLibrary() {}

    /** The one environment of this process. */
    static OrtEnvironment environment() {
        return Loaded.ENVIRONMENT;
    }

    private static final class Loaded {
        static final OrtEnvironment ENVIRONMENT = load();
    }

    private static OrtEnvironment load() {
        Telemetry.switchOff();
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        // why: who names a place wants those files; Windows deletes no file that is loaded
        if (System.getProperty(LOCATION) != null || system.contains("win")) {
            return OrtEnvironment.getEnvironment();
        }
        try {
            return loadAndDelete(system.contains("mac") ? "osx" : "linux");
        } catch (IOException e) {
            throw new InferenceException(
                    "the library of ONNX Runtime cannot be unpacked to "
                            + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    private static OrtEnvironment loadAndDelete(String system) throws IOException {
        String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        String resources = "/ai/onnxruntime/native/" + system + "-" + machine + "/";
        Path folder = Files.createTempDirectory("selfsame-onnxruntime");
        List<Path> files = new ArrayList<>();
        try {
            for (String library : LIBRARIES) {
                String name = System.mapLibraryName(library);
                try (InputStream in = OrtEnvironment.class.getResourceAsStream(resources + name)) {
                    if (in == null) {
                        throw new InferenceException(
                                "ONNX Runtime has no library for " + system + " on " + machine);
                    }
                    Path file = folder.resolve(name);
                    files.add(file);
                    Files.copy(in, file);
                }
            }
            System.setProperty(LOCATION, folder.toString());
            return OrtEnvironment.getEnvironment();
        } finally {
            System.clearProperty(LOCATION);
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        }
    }
}
