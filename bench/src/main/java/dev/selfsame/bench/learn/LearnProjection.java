package dev.selfsame.bench.learn;

import dev.selfsame.engine.face.Projection;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Learns the mean and the principal axes of the square-rooted features of a mode's first part, and
 * the mean alone of the second part's. Arguments: folder of faces, cache file, number of axes, file
 * to write for the first part, file to write for the second.
 */
public final class LearnProjection {

    private LearnProjection() {}

    public static void main(String[] args) throws IOException {
        List<FeatureSet.Face> faces = FeatureSet.of(Path.of(args[0]), Path.of(args[1]));
        int axes = Integer.parseInt(args[2]);
        double[][] rows =
                faces.stream().map(f -> squareRoots(f.parts()[0])).toArray(double[][]::new);
        int n = rows[0].length;
        double[] mean = mean(rows);
        float[][] basis = principalAxes(covariance(rows, mean), axes);
        Files.write(Path.of(args[3]), new Projection(floats(mean), basis).write());
        double[] second =
                mean(faces.stream().map(f -> doubles(f.parts()[1])).toArray(double[][]::new));
        Files.write(
                Path.of(args[4]), new Projection(floats(second), unitAxes(second.length)).write());
        System.out.println(rows.length + " faces, " + n + " features, " + axes + " axes");
    }

    private static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i] / rows.length;
            }
        }
        return mean;
    }

    private static float[][] unitAxes(int count) {
        float[][] axes = new float[count][count];
        for (int i = 0; i < count; i++) {
            axes[i][i] = 1;
        }
        return axes;
    }

    private static float[] floats(double[] values) {
        float[] all = new float[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) values[i];
        }
        return all;
    }

    private static double[] doubles(float[] values) {
        double[] all = new double[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = values[i];
        }
        return all;
    }

    private static double[] squareRoots(float[] features) {
        double[] roots = new double[features.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = Math.sqrt(Math.max(0, features[i]));
        }
        return roots;
    }

    private static DMatrixRMaj covariance(double[][] rows, double[] mean) {
        int n = mean.length;
        DMatrixRMaj sum = new DMatrixRMaj(n, n);
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                double x = row[i] - mean[i];
                for (int j = 0; j <= i; j++) {
                    sum.data[i * n + j] += x * (row[j] - mean[j]);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double value = sum.data[i * n + j] / rows.length;
                sum.set(i, j, value);
                sum.set(j, i, value);
            }
        }
        return sum;
    }

    private static float[][] principalAxes(DMatrixRMaj covariance, int axes) {
        EigenDecomposition_F64<DMatrixRMaj> eigen =
                DecompositionFactory_DDRM.eig(covariance.numRows, true, true);
        if (!eigen.decompose(covariance)) {
            throw new IllegalStateException("the covariance has no eigenvectors");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < eigen.getNumberOfEigenvalues(); i++) {
            order.add(i);
        }
        order.sort(
                Comparator.comparingDouble((Integer i) -> eigen.getEigenvalue(i).getReal())
                        .reversed());
        float[][] basis = new float[axes][];
        for (int a = 0; a < axes; a++) {
            double[] axis = eigen.getEigenVector(order.get(a)).data;
            basis[a] = new float[axis.length];
            for (int i = 0; i < axis.length; i++) {
                basis[a][i] = (float) axis[i];
            }
        }
        return basis;
    }
}
