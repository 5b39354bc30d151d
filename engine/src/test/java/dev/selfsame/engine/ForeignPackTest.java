package dev.selfsame.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.selfsame.engine.face.FaceReading;
import dev.selfsame.engine.face.FaceRequest;
import dev.selfsame.engine.face.FacesOutcome;
import dev.selfsame.engine.testing.PackFolder;
import dev.selfsame.engine.testing.SamplePictures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A detector that somebody else trained works by writing a manifest. */
class ForeignPackTest {

    private static final Path YUNET =
            Path.of("../../shared/data/models/yunet/onnx/yunet_n_640_640.onnx");

    @TempDir Path folder;

    @Test
    void yunetDetectsFacesByManifestAlone() throws IOException {
        assumeThat(YUNET).as("development data; not part of the project").exists();
        byte[] network = Files.readAllBytes(YUNET);
        Files.write(folder.resolve("yunet.onnx"), network);
        PackFolder.write(folder, manifest(PackFolder.sha256(network)));
        EngineConfig config = new EngineConfig(folder, null, EngineConfig.DEFAULT.limits(), 1);
        try (Engine builtIn = Engine.open(EngineConfig.DEFAULT);
                Engine foreign = Engine.open(config)) {
            assertThat(foreign.packs()).extracting(InstalledPack::name).contains("yunet");
            for (int group : new int[] {5, 6}) {
                byte[] file = SamplePictures.groupFile(group);
                List<FaceReading> own = faces(builtIn, file);
                List<FaceReading> theirs = faces(foreign, file);
                for (FaceReading face : own) {
                    // the networks draw different boxes; a fifth of the eyes' distance is agreement
                    assertThat(theirs)
                            .anyMatch(t -> apart(t, face) < 0.2 * face.eyes().interEyePixels());
                }
                assertThat(theirs.get(0).box()).isNotEqualTo(own.get(0).box());
            }
        }
    }

    private static double apart(FaceReading a, FaceReading b) {
        return Math.hypot(a.eyes().x1() - b.eyes().x1(), a.eyes().y1() - b.eyes().y1());
    }

    private static List<FaceReading> faces(Engine engine, byte[] file) {
        return ((FacesOutcome.Faces) engine.findFaces(file, FaceRequest.PLAIN)).faces();
    }

    private static String manifest(String sha256) {
        return """
        {"format":1,"name":"yunet","version":"2023","networks":[{
          "name":"yunet-n","file":"yunet.onnx","sha256":"%s",
          "role":"face-detector","family":"yunet",
          "input":{"name":"input","layout":"NCHW","width":640,"height":640,"channels":"BGR",
            "mean":[0,0,0],"scale":[1,1,1]},
          "outputs":{"cls8":"cls_8","obj8":"obj_8","bbox8":"bbox_8","kps8":"kps_8",
            "cls16":"cls_16","obj16":"obj_16","bbox16":"bbox_16","kps16":"kps_16",
            "cls32":"cls_32","obj32":"obj_32","bbox32":"bbox_32","kps32":"kps_32"},
          "origin":"libfacedetection.train","licence":"Apache-2.0"}]}
        """
                .formatted(sha256);
    }
}
