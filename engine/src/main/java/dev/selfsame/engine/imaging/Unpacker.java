package dev.selfsame.engine.imaging;

import java.io.IOException;

/** Undoes a compression one byte at a time. */
interface Unpacker {

    /** The next byte 0..255, or -1 at the end. */
    int unpack() throws IOException;
}
