package dev.selfsame.server.cli.eval;

import java.nio.file.Path;

/**
 * A list of pairs that cannot be used; the message names the file, the line and what is expected.
 */
public final class PairFileException extends Exception {

    private static final long serialVersionUID = 1;

    PairFileException(Path file, String problem) {
        super(file + ": " + problem);
    }

    PairFileException(Path file, int line, String problem) {
        super(file + " line " + line + ": " + problem);
    }
}
