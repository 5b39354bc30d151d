package dev.selfsame.client;

/** What became of one sending of a request. */
sealed interface Attempt {

    /**
     * The server answered, whatever.
     *
     * @param answer with any status
     */
    record Answered(Answer answer) implements Attempt {}

    /**
     * No answer that can be used.
     *
     * @param failure why
     * @param again whether sending once more can help and can do no harm
     */
    record Failed(SelfsameException failure, boolean again) implements Attempt {}
}
