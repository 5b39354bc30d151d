package dev.selfsame.server.cli;

import dev.selfsame.server.version.Version;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Says which version this is. */
@Command(
        name = "version",
        description = "Print the version.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        footer = {"", "Examples:", "  selfsame version", "  selfsame version --json"})
final class VersionCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print one JSON object")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    /** The same for {@code --version}. */
    static final class Lines implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }
    }

    private static String text() {
        return "Selfsame "
                + Version.current().text()
                + " on Java "
                + Runtime.version()
                + ", "
                + platform();
    }

    private static String platform() {
        return System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        if (json) {
            Map<String, String> members = new LinkedHashMap<>();
            members.put("version", Version.current().text());
            members.put("java", Runtime.version().toString());
            members.put("platform", platform());
            line.getOut().println(JsonLine.of(members));
        } else {
            line.getOut().println(text());
        }
        line.getOut().flush();
        return ExitCodes.OK;
    }
}
