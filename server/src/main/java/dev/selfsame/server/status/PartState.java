package dev.selfsame.server.status;

/** What is known of a part at this moment. */
public enum PartState {
    UP("up"),
    DOWN("down"),
    /** Nobody has looked, or not lately. */
    UNKNOWN("unknown");

    private final String id;

    PartState(String id) {
        this.id = id;
    }

    /** The name that programs use. */
    public String id() {
        return id;
    }
}
