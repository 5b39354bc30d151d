package dev.selfsame.server.trace;

/** Something that is under way until it is closed, on the thread that began it. */
public interface Span extends AutoCloseable {

    /** Names everything that belongs together, 32 digits; empty where nothing is measured. */
    String traceId();

    /** Names it once more is known than at its beginning. */
    void rename(String name);

    /** States something about it that is neither a secret nor the id of a person. */
    void note(String key, String value);

    /** The same of a number. */
    void note(String key, long value);

    /** Marks it as a failure of the server. */
    void failed();

    @Override
    void close();
}
