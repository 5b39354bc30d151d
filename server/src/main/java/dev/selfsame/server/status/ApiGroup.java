package dev.selfsame.server.status;

import java.util.Arrays;
import java.util.Optional;

/** Operations whose requests are measured together. */
public enum ApiGroup {
    BIOMETRIC_SERVICES("biometric-services", "Biometric Services API"),
    MULTIBIOMETRICS("multibiometrics", "Multibiometrics API"),
    CAPTURE("capture", "Captures in browsers");

    private final String id;
    private final String title;

    ApiGroup(String id, String title) {
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

    /** The group of this id. */
    public static ApiGroup of(String id) {
        return Arrays.stream(values())
                .filter(group -> group.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("api: " + id));
    }

    /** The group of an operation, by what stands before its first dot. */
    public static Optional<ApiGroup> ofOperation(String operation) {
        return switch (operation.split("\\.", -1)[0]) {
            case "bioservices" -> Optional.of(BIOMETRIC_SERVICES);
            case "multibiometrics", "quality" -> Optional.of(MULTIBIOMETRICS);
            case "videoserver" -> Optional.of(CAPTURE);
            default -> Optional.empty();
        };
    }
}
