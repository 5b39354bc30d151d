package dev.selfsame.server.trial;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Calls that were begun. */
final class Calls {

    private Calls() {}

    /**
     * Waits for the whole answer.
     *
     * @throws IOException if none arrives, so that nobody knows whether the call was done
     */
    static Answer await(CompletableFuture<Answer> call) throws IOException, InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }
}
