package dev.selfsame.server.cli;

import dev.selfsame.server.cli.eval.Progress;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Shows progress on standard error: a bar that redraws itself on a terminal, else a line every ten
 * per cent. Locks itself, as it hears from many threads.
 */
final class ProgressLine implements Progress {

    private static final int BAR = 30;
    private static final int STEPS_OF_BAR = 200;
    private static final int STEPS_OF_LINES = 10;

    private final String label;
    private final PrintWriter err;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();
    private int shown;

    ProgressLine(String label, PrintWriter err, boolean terminal) {
        this.label = label;
        this.err = err;
        this.terminal = terminal;
    }

    /** Progress on standard error, drawn as what that is wants it. */
    static ProgressLine of(String label, PrintWriter err) {
        boolean terminal =
                Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        return new ProgressLine(label, err, terminal);
    }

    @Override
    public synchronized void done(int done, int total) {
        int steps = terminal ? STEPS_OF_BAR : STEPS_OF_LINES;
        int step = (int) ((long) done * steps / total);
        if (step <= shown) {
            return;
        }
        shown = step;
        if (terminal) {
            bar(done, total);
        } else {
            err.println(label + ": " + counts(done, total));
        }
        err.flush();
    }

    private void bar(int done, int total) {
        int full = (int) ((long) done * BAR / total);
        err.print(
                "\r"
                        + label
                        + " ["
                        + "#".repeat(full)
                        + ".".repeat(BAR - full)
                        + "] "
                        + counts(done, total)
                        + " ");
        if (done == total) {
            err.println();
        }
    }

    private String counts(int done, int total) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        return String.format(
                Locale.ROOT,
                "%,d of %,d, %.0f s%s",
                done,
                total,
                seconds,
                done == total
                        ? ""
                        : String.format(
                                Locale.ROOT, ", %.0f s left", seconds * (total - done) / done));
    }
}
