package dev.selfsame.engine.matching;

/** Products in plain Java, for JVMs without the Vector API. */
final class ScalarKernel implements DotKernel {

    @Override
    public void dots(byte[] vectors, int count, Probe probe, int[] dots) {
        int[] wanted = new int[probe.stride()];
        widen(probe.vector(), 0, wanted);
        int[] values = new int[wanted.length];
        for (int i = 0; i < count; i++) {
            widen(vectors, i * values.length, values);
            dots[i] = dot(values, wanted);
        }
    }

    // why two passes: the compiler makes SIMD of each, but of none that widens and sums at once
    private static void widen(byte[] bytes, int from, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = bytes[from + i];
        }
    }

    private static int dot(int[] a, int[] b) {
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public String name() {
        return "scalar";
    }
}
