package dev.selfsame.engine.inference;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * One network of a pack, as its manifest describes it.
 *
 * @param name unique in the pack
 * @param file ONNX file in the pack's folder
 * @param sha256 64 lower-case hex digits of that file
 * @param role what it is for
 * @param family how its outputs are read
 * @param input what it wants to see
 * @param outputs logical name of each output to its name in the ONNX file
 * @param alignment where the landmarks belong, for networks that see an aligned face
 * @param pad how its output says "attack"; null for other roles and for networks that are not used
 * @param origin where it comes from
 * @param licence SPDX name of its licence
 */
public record NetworkSpec(
        String name,
        String file,
        String sha256,
        Role role,
        String family,
        InputSpec input,
        Map<String, String> outputs,
        @Nullable AlignmentSpec alignment,
        @Nullable PadSpec pad,
        String origin,
        String licence) {

    /** What a network is for. */
    public enum Role {
        FACE_DETECTOR,
        FACE_MESH,
        FACE_ENCODER,
        AGE,
        PAD
    }

    static NetworkSpec read(ManifestNode node) {
        node.allowing(
                "name",
                "file",
                "sha256",
                "role",
                "family",
                "input",
                "outputs",
                "alignment",
                "pad",
                "origin",
                "licence");
        String sha256 = node.text("sha256");
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw node.wrong("sha256", sha256, "64 lower-case hex digits");
        }
        return new NetworkSpec(
                node.text("name"),
                node.fileName("file"),
                sha256,
                node.choice("role", Role.class),
                node.text("family"),
                InputSpec.read(node.object("input")),
                node.texts("outputs"),
                node.has("alignment") ? AlignmentSpec.read(node.object("alignment")) : null,
                node.has("pad") ? PadSpec.read(node.object("pad")) : null,
                node.text("origin"),
                node.text("licence"));
    }

    /**
     * The ONNX name of an output that the family needs.
     *
     * @throws InvalidPackException if the manifest does not name it
     */
    public String output(String logicalName) {
        String found = outputs.get(logicalName);
        if (found == null) {
            throw new InvalidPackException(
                    "network " + name + ": family " + family + " needs an output " + logicalName);
        }
        return found;
    }
}
