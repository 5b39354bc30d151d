package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.io.PrintWriter;

/** Every failure as one line on standard error, and its exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private static final String VARIABLE = "SELFSAME_DEBUG";

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        print(
                line,
                firstLine(failure.getMessage())
                        + "; see "
                        + line.getCommandSpec().qualifiedName()
                        + " --help");
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        boolean debug = debug(parsed);
        if (failure instanceof UnusableInputException) {
            if (debug) {
                failure.printStackTrace(line.getErr());
            }
            print(line, firstLine(failure.getMessage()));
            return ExitCodes.UNUSABLE;
        }
        return fault(failure, line, debug);
    }

    /** Says that it is not the user's mistake. */
    int fault(Throwable failure, CommandLine line, boolean debugOption) {
        boolean debug = debugOption || System.getenv(VARIABLE) != null;
        if (debug) {
            failure.printStackTrace(line.getErr());
        }
        print(
                line,
                "this is a fault of the program ("
                        + failure.getClass().getSimpleName()
                        + ")"
                        + (debug ? "" : "; run it again with " + VARIABLE + "=1 for the details"));
        return ExitCodes.FAULT;
    }

    private static boolean debug(ParseResult parsed) {
        return System.getenv(VARIABLE) != null
                || (parsed.commandSpec().commandLine().getCommand() instanceof Main main
                        && main.debug());
    }

    private static void print(CommandLine line, String message) {
        PrintWriter err = line.getErr();
        err.println("selfsame: " + Printable.of(message));
        err.flush();
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
