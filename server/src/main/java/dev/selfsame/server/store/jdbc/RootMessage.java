package dev.selfsame.server.store.jdbc;

/** What a failure is about, on one line. */
final class RootMessage {

    private RootMessage() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null || message.isBlank()
                ? root.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
