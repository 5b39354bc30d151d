package dev.selfsame.server.cli;

import dev.selfsame.server.licence.LicenceReport;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

/** Says what others made of all that is shipped, and under which licence. */
@Command(
        name = "licences",
        description = "List what is shipped that others made, and under which licence.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {"", "Examples:", "  selfsame licences", "  selfsame licences --json"})
final class LicencesCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = CommandSpecs.of(spec).getOut();
        LicenceReport report =
                LicenceReport.ofThisProgram()
                        .orElseThrow(
                                () ->
                                        new UnusableInputException(
                                                "this build has no list of its libraries, as Maven"
                                                        + " was offline; build it with a"
                                                        + " network"));
        if (json) {
            out.println(JsonLine.of(report.members()));
        } else {
            out.print(report.text());
        }
        out.flush();
        return ExitCodes.OK;
    }
}
