package dev.selfsame.server.cli;

/** An input of a command cannot be used; the message says which one, why, and what to do. */
final class UnusableInputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnusableInputException(String message) {
        super(message);
    }
}
