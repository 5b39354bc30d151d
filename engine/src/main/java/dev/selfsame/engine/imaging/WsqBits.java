package dev.selfsame.engine.imaging;

/** The bits of a block, highest first; the zero byte behind each FF is left out. */
final class WsqBits {

    private final Bytes data;
    private int position;
    private long buffer;
    private int buffered;

    WsqBits(Bytes data) {
        this.data = data;
    }

    /** Whether another code begins here; the last byte of a block is filled up with ones. */
    boolean hasCode(HuffmanCodes codes) throws RefusedException {
        int length = codes.lengthOf(next16());
        return length > 0 && length <= buffered;
    }

    int code(HuffmanCodes codes) throws RefusedException {
        int next = next16();
        buffered -= codes.lengthOf(next);
        return codes.symbolOf(next);
    }

    int read(int count) throws RefusedException {
        fill();
        if (buffered < count) {
            throw RefusedException.truncated("a WSQ block ends inside a number");
        }
        buffered -= count;
        return (int) (buffer >> buffered) & ((1 << count) - 1);
    }

    /** The next 16 bits, as if ones followed the last one. */
    private int next16() throws RefusedException {
        fill();
        if (buffered >= 16) {
            return (int) (buffer >> (buffered - 16)) & 0xFFFF;
        }
        int missing = 16 - buffered;
        return (int) (buffer << missing | ((1 << missing) - 1)) & 0xFFFF;
    }

    private void fill() throws RefusedException {
        while (buffered <= 48 && position < data.length()) {
            int value = data.u8(position++);
            if (value == 0xFF) {
                position++;
            }
            buffer = buffer << 8 | value;
            buffered += 8;
        }
    }
}
