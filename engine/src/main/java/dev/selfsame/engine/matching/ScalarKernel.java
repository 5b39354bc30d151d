package dev.selfsame.engine.matching;

/** Products in plain Java, for JVMs without the Vector API. */
final class ScalarKernel implements DotKernel {

    @Override
    public void dots(byte[] vectors, int count, Probe probe, int[] dots) {
        byte[] wanted = probe.vector();
        int from = 0;
        for (int i = 0; i < count; i++) {
            int sum = 0;
            for (int j = 0; j < wanted.length; j++) {
                sum += vectors[from + j] * wanted[j];
            }
            dots[i] = sum;
            from += wanted.length;
        }
    }

    @Override
    public String name() {
        return "scalar";
    }
}
