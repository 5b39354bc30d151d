package dev.selfsame.server.callback;

/** How an attempt to deliver ended. */
sealed interface Receipt {

    /** The receiver has it: it answered 200 to 299. */
    record Delivered(int status) implements Receipt {}

    /**
     * It may have it or not, and is to be told again.
     *
     * @param why for a log: no secret, no line break
     */
    record Failed(String why) implements Receipt {}
}
