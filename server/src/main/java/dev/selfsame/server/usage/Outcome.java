package dev.selfsame.server.usage;

/** How a request was answered. */
public enum Outcome {
    /** As its sender wished: a status below 400. */
    OK("ok"),
    /** It was the request's fault or too much at once: 400 to 499. */
    REFUSED("refused"),
    /** It was the server's fault: 500 and above. */
    FAILED("failed");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** The name that people and the store use. */
    public String id() {
        return id;
    }

    /** The outcome of this name. */
    public static Outcome of(String id) {
        for (Outcome outcome : values()) {
            if (outcome.id.equals(id)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("outcome: " + id);
    }

    /** What an HTTP status says. */
    public static Outcome ofStatus(int status) {
        return status < 400 ? OK : status < 500 ? REFUSED : FAILED;
    }
}
