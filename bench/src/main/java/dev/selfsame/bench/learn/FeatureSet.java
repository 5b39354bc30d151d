package dev.selfsame.bench.learn;

import dev.selfsame.engine.face.FaceFeatures;
import dev.selfsame.engine.face.FaceModels;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.inference.ModelPack;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Features of a folder of faces, read once and kept in a file, so that learning can be repeated.
 */
final class FeatureSet {

    /** One picture's features. */
    record Face(String person, String path, float[][] parts, Map<String, Double> quality) {}

    private FeatureSet() {}

    static List<Face> of(Path root, Path cache) throws IOException {
        if (!Files.exists(cache)) {
            write(extract(root), cache);
        }
        return read(cache);
    }

    private static List<Face> extract(Path root) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(f -> f.toString().endsWith(".jpg")).sorted().toList();
        }
        Map<Path, Face> faces = new ConcurrentHashMap<>();
        ModelPack pack = ModelPack.builtIn();
        try (FaceModels models = new FaceModels(pack, pack.modes().get(0), List.of(pack), 1)) {
            FaceFeatures features = new FaceFeatures(new ImageDecoder(ImageLimits.DEFAULT), models);
            files.parallelStream().forEach(f -> extract(features, root, f, faces));
        }
        System.err.println(files.size() + " pictures, " + faces.size() + " faces");
        return files.stream().flatMap(f -> Optional.ofNullable(faces.get(f)).stream()).toList();
    }

    private static void extract(
            FaceFeatures features, Path root, Path file, Map<Path, Face> faces) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
        features.read(bytes)
                .ifPresentOrElse(
                        f ->
                                faces.put(
                                        file,
                                        new Face(
                                                String.valueOf(root.relativize(file).getParent()),
                                                root.relativize(file).toString(),
                                                f.parts().toArray(float[][]::new),
                                                f.quality())),
                        () -> System.err.println("no face: " + file));
        if (faces.size() % 200 == 0) {
            System.err.println(faces.size());
        }
    }

    private static void write(List<Face> faces, Path cache) throws IOException {
        Files.createDirectories(cache.toAbsolutePath().getParent());
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(cache)))) {
            out.writeInt(faces.size());
            for (Face face : faces) {
                out.writeUTF(face.person());
                out.writeUTF(face.path());
                out.writeInt(face.parts().length);
                for (float[] part : face.parts()) {
                    out.writeInt(part.length);
                    for (float value : part) {
                        out.writeFloat(value);
                    }
                }
                out.writeInt(face.quality().size());
                for (var component : face.quality().entrySet()) {
                    out.writeUTF(component.getKey());
                    out.writeDouble(component.getValue());
                }
            }
        }
    }

    private static List<Face> read(Path cache) throws IOException {
        List<Face> faces = new ArrayList<>();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(cache)))) {
            for (int n = in.readInt(); n > 0; n--) {
                String person = in.readUTF();
                String path = in.readUTF();
                float[][] parts = new float[in.readInt()][];
                for (int p = 0; p < parts.length; p++) {
                    parts[p] = new float[in.readInt()];
                    for (int i = 0; i < parts[p].length; i++) {
                        parts[p][i] = in.readFloat();
                    }
                }
                Map<String, Double> quality = new LinkedHashMap<>();
                for (int q = in.readInt(); q > 0; q--) {
                    String name = in.readUTF();
                    quality.put(name, in.readDouble());
                }
                faces.add(new Face(person, path, parts, quality));
            }
        }
        return faces;
    }
}
