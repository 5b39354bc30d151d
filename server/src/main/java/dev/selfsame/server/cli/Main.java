package dev.selfsame.server.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.Callable;

/** The command line of Selfsame. */
@Command(
        name = "selfsame",
        description = "Biometrics as a service that you run yourself.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            ServeCommand.class,
            MatchCommand.class,
            InspectCommand.class,
            EvalCommand.class,
            EvalAgesCommand.class,
            EvalLivenessCommand.class,
            KeysCommand.class,
            TenantsCommand.class,
            UsersCommand.class,
            PeopleCommand.class,
            RetentionCommand.class,
            ReceiptsCommand.class,
            VaultCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SigningCommand.class,
            VerifySignatureCommand.class,
            HealthCommand.class,
            UsageCommand.class,
            AuditCommand.class,
            SettingsCommand.class,
            DoctorCommand.class,
            LicencesCommand.class,
            ModelsCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 not done or, for match, different, 2 wrong usage,",
            "            3 a picture, file or model pack is not usable, 4 a program fault",
            "",
            "Examples:",
            "  selfsame match A.jpg B.jpg",
            "  selfsame serve --port 8080",
            "  selfsame match --help"
        })
public final class Main implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--debug", hidden = true, description = "Print stack traces")
    private boolean debug;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Charset charset = System.out.charset();
        int exitCode =
                run(
                        arguments,
                        new PrintWriter(System.out, true, charset),
                        new PrintWriter(System.err, true, charset));
        System.exit(exitCode);
    }

    /**
     * Runs a command.
     *
     * @return its exit code
     */
    static int run(String[] arguments, PrintWriter out, PrintWriter err) {
        Failures failures = new Failures();
        CommandLine line =
                new CommandLine(new Main())
                        .setOut(out)
                        .setErr(err)
                        // why: a picture may be called @home.jpg
                        .setExpandAtFiles(false)
                        .setParameterExceptionHandler(failures)
                        .setExecutionExceptionHandler(failures);
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // why: picocli lets errors pass, and the JVM would end with 1, which means "different"
            return failures.fault(e, line, false);
        }
    }

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return ExitCodes.USAGE;
    }
}
