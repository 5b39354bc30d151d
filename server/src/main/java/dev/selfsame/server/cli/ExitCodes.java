package dev.selfsame.server.cli;

/**
 * What a command leaves to the shell; {@code serve} and {@code keys} do not know 3: for them what
 * cannot be used is 1.
 */
final class ExitCodes {

    /** Done; for {@code match}: the same. */
    static final int OK = 0;

    /** For {@code match}: different. */
    static final int DIFFERENT = 1;

    /** The command line cannot be understood. */
    static final int USAGE = 2;

    /** A file, picture or model pack cannot be used; the message says which and what to do. */
    static final int UNUSABLE = 3;

    /** A fault of the program. */
    static final int FAULT = 4;

    private ExitCodes() {}
}
