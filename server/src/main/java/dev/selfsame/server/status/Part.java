package dev.selfsame.server.status;

/** What works or not, each by itself. */
public enum Part {
    /** All below together. */
    SERVICE("service", "The service as a whole"),
    FACES("faces", "Face engine"),
    FINGERS("fingers", "Finger engine"),
    LIVENESS("liveness", "Liveness and captures"),
    DATABASE("database", "Database"),
    SESSIONS("sessions", "Session store"),
    PICTURES("media", "Media store"),
    CALLBACKS("callbacks", "Call-backs");

    private final String id;
    private final String title;

    Part(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The name that programs and the store use. */
    public String id() {
        return id;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    /** The part of this id. */
    public static Part of(String id) {
        for (Part part : values()) {
            if (part.id.equals(id)) {
                return part;
            }
        }
        throw new IllegalArgumentException("part: " + id);
    }
}
