package dev.selfsame.engine.imaging;

/** Writes the bits of a block, highest first, with a zero byte behind each FF. */
final class WsqBitOutput {

    private final WsqOutput out;
    private long buffer;
    private int buffered;

    WsqBitOutput(WsqOutput out) {
        this.out = out;
    }

    /** Writes the lowest bits of the value, 0 to 16 of them. */
    void write(int value, int count) {
        buffer = buffer << count | (value & ((1 << count) - 1));
        buffered += count;
        while (buffered >= 8) {
            buffered -= 8;
            data((int) (buffer >> buffered) & 0xFF);
        }
    }

    /** Fills the last byte up with ones, which no code begins with. */
    void finish() {
        if (buffered > 0) {
            write(0xFF, 8 - buffered);
        }
    }

    private void data(int value) {
        out.u8(value);
        if (value == 0xFF) {
            out.u8(0);
        }
    }
}
