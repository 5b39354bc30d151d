package dev.selfsame.engine.matching;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products by the Vector API. The only class that names the incubating module: where the module is
 * missing it must not be loaded.
 *
 * <p>Bytes are taken as pairs in 16-bit lanes. A pair's two products lie between -32,512 and 32,768
 * together, so with {@link #BIAS} added they fit an unsigned lane exactly, and only every second
 * product is widened.
 */
final class VectorKernel implements DotKernel {

    private static final VectorSpecies<Byte> BYTES =
            ByteVector.SPECIES_PREFERRED.length() <= Probe.STRIDE_UNIT
                    ? ByteVector.SPECIES_PREFERRED
                    : ByteVector.SPECIES_512;
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, BYTES.vectorShape());
    private static final VectorSpecies<Integer> INTS =
            VectorSpecies.of(int.class, BYTES.vectorShape());

    private static final short BIAS = Short.MAX_VALUE;

    @Override
    public void dots(byte[] vectors, int count, Probe probe, int[] dots) {
        int stride = probe.stride();
        int bias = BIAS * (stride / 2);
        for (int i = 0; i < count; i++) {
            dots[i] = biased(vectors, i * stride, stride, probe.halves()) - bias;
        }
    }

    private static int biased(byte[] vectors, int from, int stride, short[] halves) {
        int half = stride / 2;
        IntVector both = IntVector.zero(INTS);
        IntVector upper = IntVector.zero(INTS);
        for (int j = 0; j < half; j += SHORTS.length()) {
            ShortVector pairs =
                    ByteVector.fromArray(BYTES, vectors, from + 2 * j).reinterpretAsShorts();
            ShortVector first =
                    pairs.lanewise(VectorOperators.LSHL, 8).lanewise(VectorOperators.ASHR, 8);
            ShortVector second = pairs.lanewise(VectorOperators.ASHR, 8);
            IntVector products =
                    first.mul(ShortVector.fromArray(SHORTS, halves, j))
                            .add(second.mul(ShortVector.fromArray(SHORTS, halves, half + j)))
                            .add(BIAS)
                            .reinterpretAsInts();
            both = both.add(products);
            upper = upper.add(products.lanewise(VectorOperators.LSHR, 16));
        }
        // why: both = lower + 65536 * upper, modulo 2^32; wanted is lower + upper
        return both.sub(upper.lanewise(VectorOperators.LSHL, 16))
                .add(upper)
                .reduceLanes(VectorOperators.ADD);
    }

    @Override
    public String name() {
        return "vector, " + BYTES.vectorBitSize() + " bits";
    }
}
