package dev.selfsame.engine.face;

import dev.selfsame.engine.imaging.Affine;
import dev.selfsame.engine.imaging.DecodeResult.Decoded;
import dev.selfsame.engine.imaging.ImageDecoder;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.engine.imaging.Pyramid;
import dev.selfsame.engine.inference.ModeSpec;
import dev.selfsame.engine.inference.ModelPack;
import dev.selfsame.engine.inference.Network;
import dev.selfsame.engine.inference.NetworkSpec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stages of reading one picture, each callable alone. Confined to one thread. */
public final class FaceStages implements AutoCloseable {

    private final byte[] file;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.DEFAULT);
    private final FaceModels models;
    private final FaceReader reader;
    private final Map<Network, float[]> bare = new LinkedHashMap<>();
    private final Map<Network, Integer> runs = new LinkedHashMap<>();
    private final Pyramid picture;
    private final Detection face;
    private final MeshFit fit;

    /** Prepares the stages for a picture file with one face. */
    public FaceStages(byte[] file) {
        this.file = file.clone();
        ModelPack pack = ModelPack.builtIn();
        ModeSpec mode = pack.modes().get(0);
        models = new FaceModels(pack, mode, List.of(pack), 1);
        reader = new FaceReader(decoder, models);
        picture = new Pyramid(((Decoded) decoder.decode(file, 1000)).image());
        face = detect().get(0);
        fit = mesh();
        addBare(pack, NetworkSpec.Role.FACE_DETECTOR, 1);
        addBare(pack, NetworkSpec.Role.FACE_MESH, 1);
        for (ModeSpec.Part part : mode.parts()) {
            NetworkSpec spec = pack.network(part.network());
            if (spec == null) {
                throw new IllegalStateException("no network " + part.network());
            }
            addBare(pack, spec, part.mirror() ? 2 : 1);
        }
    }

    private void addBare(ModelPack pack, NetworkSpec.Role role, int count) {
        pack.networks().stream()
                .filter(n -> n.role() == role)
                .findFirst()
                .ifPresent(n -> addBare(pack, n, count));
    }

    private void addBare(ModelPack pack, NetworkSpec spec, int count) {
        Network network = Network.load(pack, spec, 1);
        bare.put(network, new float[spec.input().length()]);
        runs.put(network, count);
    }

    /** Decodes as the reader does. */
    public Object decode() {
        return decoder.decode(file, 1000);
    }

    /** Detects on the whole picture. */
    List<Detection> detect() {
        double side = picture.image().longSide();
        double x = (picture.image().width() - 1) / 2.0;
        double y = (picture.image().height() - 1) / 2.0;
        return models.detector()
                .detect(
                        picture,
                        Affine.scaleThenMove(1, -0.5, -0.5).then(Affine.scaleThenMove(side, x, y)),
                        FaceDetector.LEAST_CONFIDENCE);
    }

    /** Fits the mesh. */
    MeshFit mesh() {
        return models.mesh().fit(picture, face);
    }

    /** Aligns and encodes. */
    public Object encode() {
        return models.encoder().encode(picture, fit);
    }

    /** Everything from the file to the template with quality. */
    public FaceOutcome pipeline() {
        return reader.read(file, FaceRequest.PLAIN);
    }

    /** The native runs that the pipeline needs, and nothing else. */
    public int bareNetworks() {
        int values = 0;
        for (var entry : bare.entrySet()) {
            List<String> outputs = new ArrayList<>(entry.getKey().spec().outputs().keySet());
            int count = runs.getOrDefault(entry.getKey(), 0);
            for (int i = 0; i < count; i++) {
                values += entry.getKey().run(entry.getValue(), outputs).size();
            }
        }
        return values;
    }

    @Override
    public void close() {
        models.close();
        bare.keySet().forEach(Network::close);
    }
}
