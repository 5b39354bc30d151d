package dev.selfsame.engine.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes the folder of a foreign model pack: a manifest and an ONNX file, nothing else. */
public final class PackFolder {

    private PackFolder() {}

    /** A pack with one recogniser of the ArcFace type and a mode of the given name. */
    public static Path recogniser(Path folder, String mode) throws IOException {
        byte[] network = TinyNetwork.recogniser(64);
        Files.write(folder.resolve("tiny.onnx"), network);
        write(folder, recogniserManifest(mode, sha256(network)));
        return folder;
    }

    /** The manifest of that pack. */
    public static String recogniserManifest(String mode, String sha256) {
        return """
        {"format":1,"name":"tiny","version":"1","networks":[{
          "name":"tiny-arcface","file":"tiny.onnx","sha256":"%s",
          "role":"face-encoder","family":"embedding",
          "input":{"name":"data","layout":"NCHW","width":112,"height":112,"channels":"RGB",
            "mean":[127.5,127.5,127.5],"scale":[0.0078125,0.0078125,0.0078125]},
          "alignment":{"landmarks":[[33,133,159,145],[263,362,386,374],[4],[61],[291]],
            "targets":[[38.2946,51.6963],[73.5318,51.5014],[56.0252,71.7366],
              [41.5493,92.3655],[70.7299,92.2041]]},
          "outputs":{"embedding":"fc1"},"origin":"made by the test","licence":"CC0-1.0"}],
        "modes":[{"name":"%s","version":1,"comparison":"cosine",
          "impostors":[0.0,0.1],"parts":[{"network":"tiny-arcface","mirror":true}]}]}
        """
                .formatted(sha256, mode);
    }

    /** Writes {@code pack.json}. */
    public static void write(Path folder, String manifest) throws IOException {
        Files.writeString(folder.resolve("pack.json"), manifest, StandardCharsets.UTF_8);
    }

    /** Lower-case hex digits of the SHA-256 of some bytes. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
