package dev.selfsame.engine.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * Where landmarks belong in a network's input. Each landmark is the mean of some points of the
 * 468-point face mesh.
 *
 * @param meshPoints mesh indices of each landmark
 * @param targets x, y of each landmark in input pixels, flattened; shared array
 */
public record AlignmentSpec(List<int[]> meshPoints, double[] targets) {

    private static final int MESH_SIZE = 468;

    static AlignmentSpec read(ManifestNode node) {
        node.allowing("landmarks", "targets");
        List<int[]> points = new ArrayList<>();
        for (double[] row : node.rows("landmarks", 0)) {
            int[] indices = new int[row.length];
            for (int i = 0; i < row.length; i++) {
                indices[i] = (int) row[i];
                if (indices[i] != row[i] || indices[i] < 0 || indices[i] >= MESH_SIZE) {
                    throw node.wrong("landmarks", String.valueOf(row[i]), "0.." + (MESH_SIZE - 1));
                }
            }
            if (indices.length == 0) {
                throw node.wrong("landmarks", "[]", "mesh indices");
            }
            points.add(indices);
        }
        List<double[]> targets = node.rows("targets", 2);
        if (targets.size() != points.size() || points.size() < 2) {
            throw node.wrong("targets", targets.size() + " points", "one per landmark, at least 2");
        }
        double[] flat = new double[2 * targets.size()];
        for (int i = 0; i < targets.size(); i++) {
            System.arraycopy(targets.get(i), 0, flat, 2 * i, 2);
        }
        return new AlignmentSpec(List.copyOf(points), flat);
    }
}
