package dev.selfsame.engine.liveness;

/** Linear least squares by the normal equations; small, well-conditioned systems only. */
final class LeastSquares {

    private static final double RIDGE = 1e-9;

    private LeastSquares() {}

    /**
     * The coefficients that make {@code rows * c} come closest to the values.
     *
     * @param rows as many terms each
     */
    static double[] solve(double[][] rows, double[] values, int terms) {
        double[][] m = new double[terms][terms + 1];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < terms; i++) {
                for (int j = 0; j < terms; j++) {
                    m[i][j] += rows[r][i] * rows[r][j];
                }
                m[i][terms] += rows[r][i] * values[r];
            }
        }
        for (int i = 0; i < terms; i++) {
            m[i][i] += RIDGE;
        }
        eliminate(m, terms);
        double[] solution = new double[terms];
        for (int i = terms - 1; i >= 0; i--) {
            double sum = m[i][terms];
            for (int j = i + 1; j < terms; j++) {
                sum -= m[i][j] * solution[j];
            }
            solution[i] = sum / m[i][i];
        }
        return solution;
    }

    private static void eliminate(double[][] m, int terms) {
        for (int pivot = 0; pivot < terms; pivot++) {
            int best = pivot;
            for (int i = pivot + 1; i < terms; i++) {
                best = Math.abs(m[i][pivot]) > Math.abs(m[best][pivot]) ? i : best;
            }
            double[] swap = m[pivot];
            m[pivot] = m[best];
            m[best] = swap;
            for (int i = pivot + 1; i < terms; i++) {
                double factor = m[i][pivot] / m[pivot][pivot];
                for (int j = pivot; j <= terms; j++) {
                    m[i][j] -= factor * m[pivot][j];
                }
            }
        }
    }

    /** Sum of squares that the best fit leaves. */
    static double residualSquares(double[][] rows, double[] values, int terms) {
        double[] c = solve(rows, values, terms);
        double sum = 0;
        for (int r = 0; r < rows.length; r++) {
            double off = values[r];
            for (int i = 0; i < terms; i++) {
                off -= rows[r][i] * c[i];
            }
            sum += off * off;
        }
        return sum;
    }
}
