package dev.selfsame.server.cli.eval;

/** Hears how far a long piece of work is; called from any thread. */
public interface Progress {

    /**
     * One more is done.
     *
     * @param done how many are, 1..total; may be heard out of order
     */
    void done(int done, int total);
}
