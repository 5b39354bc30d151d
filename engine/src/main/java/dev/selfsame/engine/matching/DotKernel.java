package dev.selfsame.engine.matching;

/** Products of one vector with many; every kernel gives the same integers. */
sealed interface DotKernel permits ScalarKernel, VectorKernel {

    /**
     * Products of the probe with the first vectors of a block.
     *
     * @param vectors one behind the other, each {@link Probe#stride()} bytes
     * @param count how many of them
     * @param dots where the products go, at least {@code count} long
     */
    void dots(byte[] vectors, int count, Probe probe, int[] dots);

    /** For people: what it computes with. */
    String name();

    /**
     * The fastest that this JVM has. The Vector API is an incubating module, which is there only if
     * the JVM was started with {@code --add-modules jdk.incubator.vector}.
     */
    static DotKernel best() {
        boolean vectors = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return vectors ? new VectorKernel() : new ScalarKernel();
    }
}
