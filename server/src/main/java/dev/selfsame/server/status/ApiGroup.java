package dev.selfsame.server.status;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operations whose requests are measured together. */
public enum ApiGroup {
    BIOMETRIC_SERVICES("biometric-services", "Biometric Services API", "bioservices"),
    MULTIBIOMETRICS("multibiometrics", "Multibiometrics API", "multibiometrics", "quality"),
    CAPTURE("capture", "Captures in browsers", "videoserver");

    private final String id;
    private final String title;
    private final List<String> rooms;

    ApiGroup(String id, String title, String... rooms) {
        this.id = id;
        this.title = title;
        this.rooms = List.of(rooms);
    }

    /** The name that programs and the store use. */
    public String id() {
        return id;
    }

    /** The name that people read. */
    public String title() {
        return title;
    }

    /** The group of this id. */
    public static ApiGroup of(String id) {
        return Arrays.stream(values())
                .filter(group -> group.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("api: " + id));
    }

    /** The group of an operation, by what stands before its first dot. */
    public static Optional<ApiGroup> ofOperation(String operation) {
        String room = operation.split("\\.", -1)[0];
        return Arrays.stream(values()).filter(group -> group.rooms.contains(room)).findFirst();
    }
}
