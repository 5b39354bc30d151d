package dev.selfsame.engine.imaging;

import dev.selfsame.engine.imaging.PngChunks.Chunk;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates the IDAT chunks, only as far as rows are asked for: what a deflate bomb holds beyond the
 * last row never comes into being. Confined to one thread.
 */
final class PngData implements AutoCloseable {

    private final Bytes png;
    private final Inflater inflater = new Inflater();
    private int position;

    PngData(Bytes png, PngStructure structure) {
        this.png = png;
        this.position = structure.firstData();
    }

    /** Fills the first {@code length} bytes of the row. */
    void read(byte[] row, int length) throws RefusedException {
        int done = 0;
        while (done < length) {
            done += inflate(row, done, length - done);
            if (done < length && inflater.finished()) {
                throw RefusedException.truncated("its pixel data end before the last row");
            }
        }
    }

    /** Makes sure that the compressed stream ends where the last row does, checksum included. */
    void expectEnd() throws RefusedException {
        byte[] more = new byte[1];
        while (!inflater.finished()) {
            if (inflate(more, 0, 1) > 0) {
                throw RefusedException.corrupt("it holds more pixel data than its size needs");
            }
        }
    }

    private int inflate(byte[] out, int at, int length) throws RefusedException {
        try {
            int count = inflater.inflate(out, at, length);
            if (count == 0 && inflater.needsDictionary()) {
                throw RefusedException.corrupt("its pixel data ask for a dictionary");
            }
            if (count == 0 && inflater.needsInput() && !inflater.finished()) {
                feed();
            }
            return count;
        } catch (DataFormatException e) {
            throw RefusedException.corrupt("its compressed pixel data are broken");
        }
    }

    private void feed() throws RefusedException {
        Chunk chunk = PngChunks.at(png, position);
        if (chunk.type() != PngChunks.IDAT) {
            throw RefusedException.truncated("its compressed pixel data end too early");
        }
        inflater.setInput(png.array(), png.start() + chunk.data(), chunk.length());
        position = chunk.next();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
