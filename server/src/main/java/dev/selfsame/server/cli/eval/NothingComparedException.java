package dev.selfsame.server.cli.eval;

/** So many pictures could not be acquired that one kind of pair is missing altogether. */
public final class NothingComparedException extends Exception {

    private static final long serialVersionUID = 1;

    NothingComparedException(String message) {
        super(message);
    }
}
